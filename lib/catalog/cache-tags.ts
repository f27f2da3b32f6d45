/**
 * Every cache tag of the shop: the entries that carry it, and the backend events that make it stale. Entries live until
 * an event (`cacheLife("max")`). A stale page is regenerated before it is served; if that fails it is served stale, so
 * the last good page stays up while the backend is down (docs/decisions/0023).
 *
 * | tag            | carried by                                   | made stale by                                 |
 * |----------------|----------------------------------------------|-----------------------------------------------|
 * | `products`     | lists, related products, "not found"         | any event that changes a list                 |
 * | `product:{id}` | that product's page                          | an event of the product, its prices or stock  |
 * | `categories`   | category menus and headings, product pages   | category events                               |
 * | `collections`  | collection headings, home, product pages     | collection events                             |
 * | `regions`      | all prices                                   | region events                                 |
 * | `version`      | the version of filtered lists and search     | as `products`, but it expires at once         |
 */
export const TAGS = {
  products: "products",
  categories: "categories",
  collections: "collections",
  regions: "regions",
  version: "version",
  product: (id: string) => `product:${id}`,
} as const;

/** A change in the catalogue, as the backend's subscribers report it. */
export type CatalogEvent = {
  type: "product" | "category" | "collection" | "region";
  id: string;
  /** Of a product: whether lists show it differently now. A sale that leaves some in stock changes its page only. */
  isListed?: boolean | undefined;
};

/** The tags an event makes stale. */
export function listStaleTags({ type, id, isListed = true }: CatalogEvent): string[] {
  switch (type) {
    case "product":
      return isListed ? [TAGS.products, TAGS.product(id)] : [TAGS.product(id)];
    case "category":
      return [TAGS.categories, TAGS.products];
    case "collection":
      return [TAGS.collections, TAGS.products];
    case "region":
      return [TAGS.regions, TAGS.products];
  }
}
