/**
 * Every cache tag of the shop: the entries that carry it, and the backend events that make it stale. Entries live until
 * an event (`cacheLife("max")`). A stale page is regenerated before it is served; if that fails it is served stale, so
 * the last good page stays up while the backend is down (docs/decisions/0023).
 *
 * | tag            | carried by                                   | made stale by                                 |
 * |----------------|----------------------------------------------|-----------------------------------------------|
 * | `products`     | the product index: lists, related products   | any event                                     |
 * | `product:{id}` | that product's page                          | an event of the product, its prices or stock  |
 * | `categories`   | category menus and headings, product pages   | category events                               |
 * | `collections`  | collection headings, home, product pages     | collection events                             |
 * | `regions`      | all prices                                   | region events                                 |
 * | `version`      | the version that search reads the index by   | any event, which expires it at once           |
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
