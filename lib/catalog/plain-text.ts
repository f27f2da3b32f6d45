/**
 * Converts text typed or pasted into the admin to plain text: paragraphs are separated by an empty line, lines by a line
 * break. Markup never reaches a page, so no list of safe elements is needed.
 */

/** Elements that become a line, and those that become a paragraph. Other tags are removed. */
const LINE = /^(?:br|li|tr|dt|dd|option)$/;
const PARAGRAPH =
  /^(?:p|div|h[1-6]|ul|ol|dl|table|section|article|header|footer|blockquote|pre|hr|figure|address)$/;

/** Elements that are removed together with their content. */
const HIDDEN =
  /<(script|style|template|head|title|noscript|svg|iframe)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;

/** A tag of HTML or of office programs. "<3" and "a < b" are not tags. */
const TAG = /<(\/?)([a-z][a-z\d]*(?:[:-][a-z\d-]+)*)(?:\s[^<>]*|\/)?>/gi;

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  bull: "•",
  middot: "·",
  times: "×",
  deg: "°",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
  pound: "£",
  yen: "¥",
  frac12: "½",
  frac14: "¼",
  shy: "",
};

/** Longer texts are cut before they are processed. */
const MAX_LENGTH = 50_000;

/** Converts to plain text. @param typed of any type, as metadata can hold anything; "" for one that is not a string */
export function toPlainText(typed: unknown): string {
  if (typeof typed !== "string") return "";
  const lines = typed
    .slice(0, MAX_LENGTH)
    .replaceAll(/\r\n?|[\u2028\v\f]/g, "\n")
    .replaceAll("\u2029", "\n\n");
  return decodeEntities(stripMarkup(lines))
    .replaceAll(/[^\P{Cc}\n]/gu, " ")
    .replaceAll(/[^\S\n]+/g, " ")
    .replaceAll(/ ?\n ?/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** Converts to plain text in one line: for card titles, meta descriptions, structured data. */
export function toPlainLine(typed: unknown): string {
  return toPlainText(typed).replaceAll(/\s+/g, " ");
}

/** The paragraphs of a text from `toPlainText`. */
export function listParagraphs(text: string): string[] {
  return text.split("\n\n").filter(Boolean);
}

/** Removes markup. Line breaks become spaces in a text with line or paragraph tags, and stay in any other text. */
function stripMarkup(typed: string): string {
  const shown = typed.replaceAll(HIDDEN, "");
  const hasBreaks = [...shown.matchAll(TAG)].some(([, , name = ""]) => breakFor(name.toLowerCase(), false));
  return (hasBreaks ? shown.replaceAll(/\s+/g, " ") : shown).replaceAll(
    TAG,
    (_tag, slash: string, name: string) => breakFor(name.toLowerCase(), slash === "/"),
  );
}

function breakFor(name: string, isEnd: boolean): string {
  if (name === "li" && !isEnd) return "\n• ";
  if (LINE.test(name)) return isEnd ? "" : "\n";
  if (name === "td" || name === "th") return " ";
  return PARAGRAPH.test(name) ? "\n\n" : "";
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = Number(name.replace(/^#(x?)/i, (_hash, isHex: string) => (isHex ? "0x" : "")));
    const isCharacter = code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff);
    return isCharacter ? String.fromCodePoint(code) : " ";
  });
}
