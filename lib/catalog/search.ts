import type { ShelfItem } from "@/lib/catalog/reshape";

/** Case and accents do not count: "cafe" finds "Café". */
function normalise(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * Items that contain every word of the query at the start of a word, the ones that have them in the title first.
 * An empty query matches nothing.
 */
export function matchProducts<T extends ShelfItem>(items: readonly T[], query: string): T[] {
  const words = normalise(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const scored = items.flatMap((item) => {
    const title = ` ${normalise(item.title)}`;
    const all = `${title} ${normalise([item.subtitle, ...item.categories, item.description].join(" "))}`;
    if (!words.every((word) => hasWord(all, word))) return [];
    return [{ item, score: words.filter((word) => hasWord(title, word)).length }];
  });
  return scored.toSorted((a, b) => b.score - a.score).map(({ item }) => item);
}

function hasWord(text: string, start: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(start));
}
