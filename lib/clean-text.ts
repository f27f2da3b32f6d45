/**
 * Cleans typed text of characters that keyboards, contact lists and copying add. Applied to all input once, before it is
 * validated. Each function is idempotent.
 */

/** Zero-width and directional characters, byte order marks, soft hyphens, variation selectors. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Zero-width joiners are part of some scripts; they stay between two visible characters. */
const INVISIBLE_BUT_JOINERS = /(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const STRAY_JOINER = /(^|\s)[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)/gu;
/** Full-width forms of ASCII. */
const WIDE = /[\uff01-\uff5e]/g;
const WIDE_OFFSET = 0xfee0;
/** Hyphens, dashes, the minus sign, and the long vowel mark that Japanese keyboards type for a hyphen. */
const DASH = /[\p{Pd}\u2212]|(?<=[A-Za-z\d])\u30fc(?=[A-Za-z\d])/gu;
const DIGIT = /(?!\d)\p{Nd}/gu;

/** Cleans a name or an address line, in any script. */
export function cleanLine(text: string): string {
  return text
    .normalize("NFC")
    .replace(WIDE, narrow)
    .replace(INVISIBLE_BUT_JOINERS, "")
    .replace(STRAY_JOINER, "$1")
    .replace(/\s+/gu, " ")
    .trim()
    .normalize("NFC");
}

/** Cleans a number, code or e-mail address: also unifies width, digits of other scripts, and dashes. */
export function cleanToken(text: string): string {
  return text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(DIGIT, toAsciiDigit)
    .replace(DASH, "-")
    .replace(/\s+/gu, " ")
    .trim()
    .normalize("NFKC");
}

/** Cleans an e-mail address; drops "mailto:" and angle brackets, which come with links and from mail programs. */
export function cleanEmail(text: string): string {
  const address = cleanToken(text).replaceAll("\u3002", ".");
  return address
    .replace(/^(?:mailto:|<)+/i, "")
    .replace(/>$/, "")
    .trim();
}

/** Cleans a phone number and unifies its extension: "+1 212 555 0100 ext. 12". */
export function cleanPhone(text: string): string {
  return cleanToken(text)
    .replace(/^(?:tel:\s*)+/i, "")
    .replace(/(?:;\s*ext=|[,;]+|\s*\b(?:extension|ext\.?|x)\s*|(?<=\d)x|\s*#)\s*(\d{1,7})#?$/i, " ext. $1")
    .replace(/\s+/gu, " ")
    .trim();
}

function narrow(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - WIDE_OFFSET);
}

/** Relies on Unicode having the ten digits of each script in a row, zero first. */
function toAsciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
