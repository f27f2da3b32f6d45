/**
 * Every cache tag of the shop: what carries it, and which backend event makes it stale. Entries live until an event
 * comes (`cacheLife("max")`); a stale one is still served while its successor is fetched, so a backend that is down
 * leaves the last good page up.
 *
 * | tag            | carried by                                   | made stale by                                |
 * |----------------|----------------------------------------------|----------------------------------------------|
 * | `products`     | the shelf: every grid, search, related items | any product, price, stock or promotion event |
 * | `product:{id}` | that product's page                          | an event that names the product              |
 * | `categories`   | category menus and headings, product pages   | category events                              |
 * | `collections`  | collection headings, home, product pages     | collection events                            |
 * | `regions`      | all prices                                   | region, tax and currency events              |
 */
export const TAGS = {
  products: "products",
  categories: "categories",
  collections: "collections",
  regions: "regions",
  product: (id: string) => `product:${id}`,
} as const;

/** What changed, as the backend's subscribers say it. Without an id, every product may have. */
export type CatalogEvent = {
  type: "product" | "category" | "collection" | "region";
  id?: string | undefined;
};

/** The tags an event makes stale. */
export function listStaleTags({ type, id }: CatalogEvent): string[] {
  switch (type) {
    case "product":
      return id ? [TAGS.products, TAGS.product(id)] : [TAGS.products, TAGS.regions];
    case "category":
      return [TAGS.categories, TAGS.products];
    case "collection":
      return [TAGS.collections, TAGS.products];
    case "region":
      return [TAGS.regions, TAGS.products];
  }
}
