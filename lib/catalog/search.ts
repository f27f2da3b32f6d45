import type { IndexedProduct } from "@/lib/catalog/product";

/** In characters; longer queries are cut. */
export const MAX_QUERY_LENGTH = 80;

/** Removes case and accents: "cafe" finds "Café". */
function normalizeForSearch(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * The items in which every word of the query is the beginning of a word; matches in the title first. An empty query
 * matches nothing.
 */
export function rankMatches<T extends IndexedProduct>(items: readonly T[], query: string): T[] {
  const words = normalizeForSearch(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const scored = items.flatMap((item) => {
    const title = ` ${normalizeForSearch(item.title)}`;
    const all = `${title} ${normalizeForSearch([item.subtitle, ...item.categories, item.description].join(" "))}`;
    if (!words.every((word) => hasWordStartingWith(all, word))) return [];
    return [{ item, score: words.filter((word) => hasWordStartingWith(title, word)).length }];
  });
  return scored.toSorted((a, b) => b.score - a.score).map(({ item }) => item);
}

function hasWordStartingWith(text: string, start: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(start));
}
