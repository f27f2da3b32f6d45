/** An entity whose cached copies in the storefront are outdated. Changed prices and stock invalidate their product. */
export interface CacheInvalidation {
  type: "product" | "category" | "collection" | "region";
  id: string;
  handle?: string;
  /** Of a product: whether lists show it differently now. */
  isListed?: boolean;
}

/** One invalidation per entity: an order or import changes a product many times. */
export function deduplicate(entries: CacheInvalidation[]): CacheInvalidation[] {
  return [...new Map(entries.map((entry) => [`${entry.type}:${entry.id}`, entry])).values()];
}
