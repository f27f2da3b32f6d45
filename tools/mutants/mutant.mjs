// @ts-check

/**
 * A fault of the field reports (F), of the security findings (S) or of shops as they are run (D), put back: `find` stands exactly once in `file`, and becomes `replace`.
 * @typedef {{ file: string, find: string, replace: string }} Edit
 *
 * What must fail, and how it must say so: the spec, a part of its title that stands in the file, and what the first
 * thing that goes wrong is about. Failing for another reason is not being caught.
 * @typedef {{ file: string, title: string, message: RegExp }} Catch
 *
 * @typedef {{
 *   name: string,
 *   report: "F1" | "F2" | "F3" | "F4" | "F5" | `S${number}` | `D${number}`,
 *   fault: string,
 *   edits: Edit[],
 *   caughtBy: Catch,
 * }} Mutant
 */

/**
 * Whether the backend has to be built anew for it.
 * @param {Mutant} mutant
 */
export function changesBackend({ edits }) {
  return edits.some(({ file }) => file.startsWith("medusa/"));
}
