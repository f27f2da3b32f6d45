/**
 * Every cache tag of the shop: what carries it, and which backend event makes it stale. Entries live until an event
 * comes (`cacheLife("max")`). A stale page is made anew before it is served; if that fails it is served as it is, so a
 * backend that is down leaves the last good page up (docs/decisions/0023).
 *
 * | tag            | carried by                                   | made stale by                                 |
 * |----------------|----------------------------------------------|-----------------------------------------------|
 * | `products`     | the shelf: every grid, search, related items | any event                                     |
 * | `product:{id}` | that product's page                          | an event of the product, its prices or stock  |
 * | `categories`   | category menus and headings, product pages   | category events                               |
 * | `collections`  | collection headings, home, product pages     | collection events                             |
 * | `regions`      | all prices                                   | region events                                 |
 * | `version`      | the number that search reads the shelf under | any event, which ends it at once              |
 */
export const TAGS = {
  products: "products",
  categories: "categories",
  collections: "collections",
  regions: "regions",
  version: "version",
  product: (id: string) => `product:${id}`,
} as const;

/** What changed, as the backend's subscribers say it. */
export type CatalogEvent = { type: "product" | "category" | "collection" | "region"; id: string };

/** The tags an event makes stale. */
export function listStaleTags({ type, id }: CatalogEvent): string[] {
  switch (type) {
    case "product":
      return [TAGS.products, TAGS.product(id)];
    case "category":
      return [TAGS.categories, TAGS.products];
    case "collection":
      return [TAGS.collections, TAGS.products];
    case "region":
      return [TAGS.regions, TAGS.products];
  }
}
