// @ts-check
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../stack/failure.mjs";

/**
 * @typedef {import("./mutant.mjs").Edit} Edit
 * @typedef {{ name: string, edits: Edit[] }} Changes such as a mutant
 */

/**
 * Makes one edit.
 * @param {string} text
 * @param {Edit} edit
 * @returns {string}
 * @throws {Failure} when what is to be replaced is not there exactly once: the source has moved on, and the mutant has
 *   to follow it, or it would test something else than it says
 */
export function editText(text, { file, find, replace }) {
  const [before = "", ...rest] = text.split(find);
  const [after] = rest;
  if (rest.length === 1 && after !== undefined && find !== replace) return before + replace + after;
  throw new Failure(`${file} has moved on: this must stand in it once, and does ${rest.length} times.`, {
    advice: find,
  });
}

/**
 * What the edits make of the sources they touch.
 * @param {string} root the project that they are for
 * @param {Changes} changes
 * @returns {Map<string, { original: string, mutated: string }>} by path, relative to the root
 */
export function mutate(root, { name, edits }) {
  /** @type {Map<string, { original: string, mutated: string }>} */
  const sources = new Map();
  for (const edit of edits) {
    const known = sources.get(edit.file);
    const original = known?.original ?? readFileSync(join(root, edit.file), "utf8");
    try {
      sources.set(edit.file, { original, mutated: editText(known?.mutated ?? original, edit) });
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      throw new Failure(`${name}: ${cause.message}`, { advice: cause.advice, cause });
    }
  }
  return sources;
}

/**
 * Changes the sources: makes all of the edits, or none.
 * @param {string} root
 * @param {Changes} changes
 * @returns {() => void} takes them out again
 */
export function applyEdits(root, changes) {
  const sources = mutate(root, changes);
  const write = (/** @type {"original" | "mutated"} */ version) => {
    for (const [file, texts] of sources) writeFileSync(join(root, file), texts[version]);
  };
  write("mutated");
  return () => write("original");
}
