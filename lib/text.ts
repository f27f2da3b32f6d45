/**
 * Text as it was meant: without what keyboards, contact lists and copying add to it. Everything that people type passes
 * here once, before it is checked. Each of these gives the same when it is given its own result.
 */

/** Zero-width and directional characters, byte order marks, soft hyphens, variation selectors. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** The joiners are letters in some scripts: they stay between two characters that can be seen. */
const INVISIBLE_BUT_JOINERS = /(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const STRAY_JOINER = /(^|\s)[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)/gu;
/** Full-width forms of ASCII. */
const WIDE = /[\uff01-\uff5e]/g;
const WIDE_OFFSET = 0xfee0;
/** Hyphens and dashes, the minus sign, and the long vowel mark that Japanese keyboards give for a hyphen. */
const DASH = /[\p{Pd}\u2212]|(?<=[A-Za-z\d])\u30fc(?=[A-Za-z\d])/gu;
const DIGIT = /(?!\d)\p{Nd}/gu;

/** A name or a line of an address, in any script. */
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

/** A number, a code or an e-mail address: nothing in it is told apart by its width, its script or the kind of its dash. */
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

/** "mailto:" and angle brackets come along with links and from mail programs. */
export function cleanEmail(text: string): string {
  const address = cleanToken(text).replaceAll("\u3002", ".");
  return address
    .replace(/^(?:mailto:|<)+/i, "")
    .replace(/>$/, "")
    .trim();
}

/** "+1 212 555 0100 ext. 12": an extension in one form, whichever of the usual ones it was typed in. */
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

/** Unicode has the ten digits of each script in a row, zero first. */
function toAsciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
