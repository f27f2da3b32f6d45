/**
 * Text as shopkeepers type or paste it into the admin, made into plain text: paragraphs are an empty line apart, lines a
 * line break. Markup never reaches a page as markup, so it needs no list of what is safe.
 */

/** Elements that stand in a line of their own, and those that are a paragraph. Any other tag only disappears. */
const LINE = /^(?:br|li|tr|dt|dd|option)$/;
const PARAGRAPH =
  /^(?:p|div|h[1-6]|ul|ol|dl|table|section|article|header|footer|blockquote|pre|hr|figure|address)$/;

/** With what is in it: none of it is text for people. */
const HIDDEN =
  /<(script|style|template|head|title|noscript|svg|iframe)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;

/** A tag of HTML, or of what office programs paste. "<3" and "a < b" are none. */
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

/** What is longer is cut before anything is done with it. */
const LONGEST = 50_000;

/** @param typed of any shape: metadata can hold anything */
export function toText(typed: unknown): string {
  if (typeof typed !== "string") return "";
  const lines = typed
    .slice(0, LONGEST)
    .replaceAll(/\r\n?|[\u2028\v\f]/g, "\n")
    .replaceAll("\u2029", "\n\n");
  return decodeEntities(stripMarkup(lines))
    .replaceAll(/[^\P{Cc}\n]/gu, " ")
    .replaceAll(/[^\S\n]+/g, " ")
    .replaceAll(/ ?\n ?/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** The same in one line, for where there is room for no more: titles of cards, search engines, structured data. */
export function toLine(typed: unknown): string {
  return toText(typed).replaceAll(/\s+/g, " ");
}

/** The paragraphs of a text of `toText`. */
export function listParagraphs(text: string): string[] {
  return text.split("\n\n").filter(Boolean);
}

/** Where tags say what is a new line, a line break is a space; where they do not, it stays one. */
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
