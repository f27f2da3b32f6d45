// @ts-check
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

const TAIL_LINES = 30;
const TAIL_BYTES = 16_384;

/** npm ends its report of a failure with how to use it; what went wrong is where the report begins. */
const NPM_REPORT = /^npm (error|ERR!) code/mu;

/**
 * The lines of a log that tell what went wrong, the last ones as a rule, without colours; empty when there is none.
 * @param {string} file
 * @param {number} [lines]
 * @returns {string}
 */
export function readTail(file, lines = TAIL_LINES) {
  const text = stripVTControlCharacters(readEnd(file)).trimEnd();
  const report = text.search(NPM_REPORT);
  if (report >= 0) return text.slice(report).split("\n").slice(0, lines).join("\n");
  return text.split(/\r?\n/u).slice(-lines).join("\n");
}

/** @param {string} file */
function readEnd(file) {
  let descriptor;
  try {
    descriptor = openSync(file, "r");
    const size = fstatSync(descriptor).size;
    const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(descriptor, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString("utf8");
  } catch {
    return "";
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
