/** Something the storefront may hold an old copy of. A changed price or stock makes its product stale. */
export interface CacheInvalidation {
  type: "product" | "category" | "collection" | "region";
  id: string;
  handle?: string;
}

/** Each stale thing once: one order or one import changes the same product many times. */
export function deduplicate(entries: CacheInvalidation[]): CacheInvalidation[] {
  return [...new Map(entries.map((entry) => [`${entry.type}:${entry.id}`, entry])).values()];
}
