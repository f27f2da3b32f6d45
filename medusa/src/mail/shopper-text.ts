/**
 * Anybody can have the shop write to anybody, by ordering as a guest. So what a shopper has typed is put into a mail
 * only where it cannot carry a message of theirs: no links, no lines of its own, no more than a name or an address needs.
 */

const MAX_NAME_LENGTH = 40;
const MAX_LINE_LENGTH = 80;

/**
 * Characters without a shape, which hide a link from a reader or turn text around, variation selectors included. The
 * joiners are letters in some scripts.
 */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}]|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Dots of other scripts, which browsers take for one in an address. */
const DOTS = /[。｡．․]/gu;

/** What mail programs turn into a link: a scheme, "www.", a host with a top-level domain, an address, numbers with dots. */
const LINK =
  /:\s*\/\/|\bwww\.|\b[a-z][a-z\d+-]*:\S|[\p{L}\p{N}]\.[\p{L}\p{N}]{2,}|\d+(?:\.\d+){3}|@[\p{L}\p{N}]/iu;

/** Whether a mail program may show a link in this text. */
export function hasLink(text: string): boolean {
  return LINK.test(text.normalize("NFKC").replace(INVISIBLE, "").replace(DOTS, "."));
}

/** Whether text has lines of its own, or characters that cannot be seen. */
export function hasInvisibleCharacter(text: string): boolean {
  return text.search(INVISIBLE) >= 0;
}

/** A name as it may be greeted, null where it is none that a stranger should read. */
export function toGreetingName(name: string | null | undefined): string | null {
  const text = (name ?? "").trim();
  if (!text || text.length > MAX_NAME_LENGTH || hasInvisibleCharacter(text) || hasLink(text)) return null;
  return text;
}

/** A line of an address: links are taken apart, the rest is as it was typed. */
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
