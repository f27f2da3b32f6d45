// @ts-check
import { Failure } from "../stack/failure.mjs";

const PARTS = /** @type {const} */ (["throughput", "javascript", "clicks", "session", "lighthouse"]);

/** @typedef {typeof PARTS[number]} Part */

/**
 * Which parts to measure: those that are named, or all.
 * @param {string[]} names
 * @returns {readonly Part[]}
 * @throws {Failure} for a name that is none
 */
export function readParts(names) {
  const unknown = names.find((name) => !PARTS.some((part) => part === name));
  if (unknown === undefined) return names.length === 0 ? PARTS : PARTS.filter((part) => names.includes(part));
  const advice = `npm run bench -- [${PARTS.join(" | ")}] …; without a name it measures all of them.`;
  throw new Failure(`The bench has no part called "${unknown}".`, { advice });
}
