// @ts-check
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

const TAIL_LINES = 30;
const TAIL_BYTES = 16_384;

/**
 * The last lines of a log, without colours; empty when there is none.
 * @param {string} file
 * @param {number} [lines]
 * @returns {string}
 */
export function readTail(file, lines = TAIL_LINES) {
  const text = stripVTControlCharacters(readEnd(file));
  return text.trimEnd().split(/\r?\n/u).slice(-lines).join("\n");
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
