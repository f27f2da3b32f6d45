import { readStored, writeStored } from "@/components/browser-storage";

const KEY = "recent-searches";
const MAX_TEXTS = 5;

/** `owner`: the tag of the customer who searched, null for a guest. */
type RecentSearches = { owner: string | null; texts: string[] };

/** Reads what was stored; junk counts as nothing. */
export function parseRecentSearches(stored: string | null): RecentSearches {
  const nothing = { owner: null, texts: [] };
  if (!stored) return nothing;
  try {
    const { owner, texts } = JSON.parse(stored) as { owner?: unknown; texts?: unknown };
    if (!Array.isArray(texts)) return nothing;
    const isText = (text: unknown): text is string => typeof text === "string";
    return { owner: isText(owner) ? owner : null, texts: texts.filter(isText).slice(0, MAX_TEXTS) };
  } catch {
    return nothing;
  }
}

/** The newest first, each once whatever its case. */
export function addRecentSearch(texts: readonly string[], text: string): string[] {
  const others = texts.filter((each) => each.toLowerCase() !== text.toLowerCase());
  return [text, ...others].slice(0, MAX_TEXTS);
}

/** The last searches in this browser, of this customer alone; another's are deleted. */
export function readRecentSearches(owner: string | null): string[] {
  const recent = parseRecentSearches(readStored("localStorage", KEY));
  if (recent.owner === owner) return recent.texts;
  deleteRecentSearches();
  return [];
}

export function storeRecentSearch(owner: string | null, text: string): void {
  const texts = addRecentSearch(readRecentSearches(owner), text);
  writeStored("localStorage", KEY, JSON.stringify({ owner, texts } satisfies RecentSearches));
}

export function deleteRecentSearches(): void {
  writeStored("localStorage", KEY, null);
}
