import { dictionary } from "@zxcvbn-ts/language-common";

/** About 50,000 passwords, in lower case. */
const COMMON = new Set<string>(dictionary["passwords-common"] as string[]);

/** This many characters around a common password do not make it uncommon. */
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
 * Whether a password is one that attackers try first: a listed one, also with a few digits or symbols around it or
 * with digits for letters; a short text repeated; a sequence. Linear in the length.
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

/** The text without trailing and leading non-letters, if few are removed. */
function listStripped(text: string): string[] {
  const head = text.replace(/[^\p{L}]+$/u, "");
  const cores = [head, head.replace(/^[^\p{L}]+/u, ""), text.replace(/[^\p{L}\p{N}]+/gu, "")];
  return cores.filter((core) => core.length > 0 && text.length - core.length <= MAX_PADDING);
}

function replaceLookalikes(text: string): string {
  return [...text].map((character) => LOOKALIKES[character] ?? character).join("");
}

/** The shortest text of which the whole is a repetition; the whole if there is none. */
function findRepeatedUnit(text: string): string {
  return text.slice(0, (text + text).indexOf(text, 1));
}

/** "abcdefgh" or "87654321": code points that rise or fall by one. */
function isSequence(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}
