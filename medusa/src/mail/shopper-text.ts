/**
 * Anybody can make the shop send mail to anybody, by ordering as a guest. Shoppers' input is therefore included only
 * in a form that cannot carry a message: no links, no line breaks, limited lengths.
 */

const MAX_NAME_LENGTH = 40;
const MAX_LINE_LENGTH = 80;

/**
 * Invisible characters, which hide a link or reverse text, variation selectors included. Joiners are allowed, because
 * some scripts need them.
 */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}]|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Characters that browsers treat as a dot in host names. */
const DOTS = /[。｡．․]/gu;

/**
 * Text that mail programs turn into a link: a scheme, "www.", a host with a top-level domain, an e-mail or IP
 * address.
 */
const LINK =
  /:\s*\/\/|\bwww\.|\b[a-z][a-z\d+-]*:\S|[\p{L}\p{N}]\.[\p{L}\p{N}]{2,}|\d+(?:\.\d+){3}|@[\p{L}\p{N}]/iu;

/** Whether a mail program may show a link in this text. */
export function hasLink(text: string): boolean {
  return LINK.test(text.normalize("NFKC").replace(INVISIBLE, "").replace(DOTS, "."));
}

/** Whether text contains line breaks or invisible characters. */
export function hasInvisibleCharacter(text: string): boolean {
  return text.search(INVISIBLE) >= 0;
}

/** Returns a name for the greeting; null if it is unsuitable. */
export function toGreetingName(name: string | null | undefined): string | null {
  const text = (name ?? "").trim();
  if (!text || text.length > MAX_NAME_LENGTH || hasInvisibleCharacter(text) || hasLink(text)) return null;
  return text;
}

/** Cleans a line of an address: breaks links up, and leaves other text as typed. */
export function toPlainLine(value: string | null | undefined): string {
  const text = (value ?? "")
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(INVISIBLE, "")
    .trim();
  const line = hasLink(text) ? breakLinks(text) : text;
  return [...line].length > MAX_LINE_LENGTH ? `${[...line].slice(0, MAX_LINE_LENGTH - 1).join("")}…` : line;
}

function breakLinks(text: string): string {
  return text
    .normalize("NFKC")
    .replace(DOTS, ".")
    .replace(/\s*:\s*\/\/+/g, " ")
    .replace(/\b(www)\./gi, "$1 ")
    .replace(/([a-z\d+-]):(?=\S)/gi, "$1: ")
    .replace(/\.(?=[\p{L}\p{N}])/gu, ". ")
    .replaceAll("@", " at ");
}
