/**
 * Words that shoppers use for what the catalogue calls otherwise, by the catalogue's word in lower case. They are
 * searched like the product's own keywords.
 */
const SYNONYMS: Record<string, readonly string[]> = {
  // Colours by their plain names.
  bone: ["white", "cream", "ivory"],
  cocoa: ["brown"],
  fog: ["grey", "gray"],
  ink: ["black", "navy", "dark blue"],
  marigold: ["yellow", "orange"],
  moss: ["green", "olive"],
  oat: ["beige", "cream"],
  oxblood: ["red", "burgundy"],
  plum: ["purple", "violet"],
  rose: ["pink"],
  rust: ["orange", "brown"],
  teal: ["blue", "green", "turquoise"],
  // Kinds of things.
  scarf: ["scarves", "shawl", "muffler", "wrap"],
  scarves: ["scarf", "shawl", "wrap"],
  muffler: ["scarf"],
  gloves: ["mittens"],
  mittens: ["gloves"],
  hat: ["cap"],
  hats: ["caps"],
  beanie: ["hat", "cap", "woolly hat"],
  cloche: ["hat"],
  fedora: ["hat"],
  umbrella: ["brolly", "parasol", "rain"],
  umbrellas: ["brolly", "parasol", "rain"],
  bag: ["purse"],
  bags: ["purse", "luggage"],
  holdall: ["weekender", "duffel", "travel bag"],
  prints: ["poster", "art", "picture"],
  // Materials.
  lambswool: ["wool"],
  merino: ["wool"],
  cashmere: ["wool"],
  tweed: ["wool"],
  hairsheep: ["leather"],
  canopy: ["rain", "waterproof"],
  waxed: ["rain", "waterproof"],
};

/** The synonyms of every word in the texts, each once, in a fixed order. */
export function listSynonyms(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return [...new Set(words.flatMap((word) => (Object.hasOwn(SYNONYMS, word) ? (SYNONYMS[word] ?? []) : [])))];
}
