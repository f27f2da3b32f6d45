import { dictionary } from "@zxcvbn-ts/language-common";

/** About 50,000, in lower case. */
const COMMON = new Set<string>(dictionary["passwords-common"] as string[]);

/** As many characters around a common password do not hide it. */
const MAX_PADDING = 4;

const LOOKALIKES: Record<string, string> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "l",
};

/**
 * Whether a password is one of those that are tried first: in the list, with few digits or signs around it, with
 * digits in place of letters, a short text repeated, or a run of neighbours. The work grows with the length alone.
 * @param password normalised, of bounded length
 */
export function isCommon(password: string): boolean {
  const folded = password.toLowerCase();
  const unit = findRepeatedUnit(folded);
  if (unit.length < folded.length) return unit.length <= 3 || isListed(unit) || isSequence(unit);
  return isListed(folded) || isSequence(folded);
}

function isListed(text: string): boolean {
  return [text, ...listStripped(text)].some(
    (core) => COMMON.has(core) || COMMON.has(replaceLookalikes(core)),
  );
}

/** The text without the digits and signs after it, and without those before it as well, if they are few. */
function listStripped(text: string): string[] {
  const head = text.replace(/[^\p{L}]+$/u, "");
  const cores = [head, head.replace(/^[^\p{L}]+/u, ""), text.replace(/[^\p{L}\p{N}]+/gu, "")];
  return cores.filter((core) => core.length > 0 && text.length - core.length <= MAX_PADDING);
}

function replaceLookalikes(text: string): string {
  return [...text].map((character) => LOOKALIKES[character] ?? character).join("");
}

/** The shortest text that the whole is a repetition of; the whole if there is none. */
function findRepeatedUnit(text: string): string {
  return text.slice(0, (text + text).indexOf(text, 1));
}

/** "abcdefgh", "87654321": each character one step from the one before, all in one direction. */
function isSequence(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}
