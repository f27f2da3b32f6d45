// @ts-check
import { Failure } from "./failure.mjs";

/**
 * The value of an option that is a whole number.
 * @param {string} name the option's, without its dashes
 * @param {string | undefined} text undefined: the option is not given
 * @param {{ from: number, to: number }} bounds both included
 * @returns {number | undefined}
 * @throws Failure when it is anything else
 */
export function readWholeNumber(name, text, { from, to }) {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/u.test(text) && number >= from && number <= to) return number;
  throw new Failure(`--${name} is "${text}".`, { advice: `It is a whole number from ${from} to ${to}.` });
}
