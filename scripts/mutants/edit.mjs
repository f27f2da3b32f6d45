// @ts-check
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../stack/failure.mjs";

/**
 * @typedef {import("./mutant.mjs").Mutant} Mutant
 * @typedef {import("./mutant.mjs").Edit} Edit
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
 * What the mutant makes of the sources it touches.
 * @param {string} root the project that it is for
 * @param {Mutant} mutant
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
 * Puts the fault into the sources: all of its edits, or none.
 * @param {string} root
 * @param {Mutant} mutant
 * @returns {() => void} takes it out again
 */
export function applyMutant(root, mutant) {
  const sources = mutate(root, mutant);
  const write = (/** @type {"original" | "mutated"} */ version) => {
    for (const [file, texts] of sources) writeFileSync(join(root, file), texts[version]);
  };
  write("mutated");
  return () => write("original");
}
