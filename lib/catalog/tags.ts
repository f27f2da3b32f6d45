/**
 * Every cache tag of the shop: what carries it, and which backend event makes it stale. Entries live until an event
 * comes (`cacheLife("max")`); a stale one is still served while its successor is fetched, so a backend that is down
 * leaves the last good page up.
 *
 * | tag            | carried by                                   | made stale by                                 |
 * |----------------|----------------------------------------------|-----------------------------------------------|
 * | `products`     | the shelf: every grid, search, related items | any event                                     |
 * | `product:{id}` | that product's page                          | an event of the product, its prices or stock  |
 * | `categories`   | category menus and headings, product pages   | category events                               |
 * | `collections`  | collection headings, home, product pages     | collection events                             |
 * | `regions`      | all prices                                   | region events                                 |
 */
export const TAGS = {
  products: "products",
  categories: "categories",
  collections: "collections",
  regions: "regions",
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
