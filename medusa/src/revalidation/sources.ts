import type { CacheInvalidation } from "./cache-invalidations";

/** Events of an entity, and the path from it to the entities that the storefront's pages show. */
export interface InvalidationSource {
  type: CacheInvalidation["type"];
  entity: string;
  path: string[];
  events: string[];
}

/**
 * Found by editing in the admin and listening. Medusa emits most edits twice, from the workflow ("product.updated")
 * and from the module ("product.product.updated"); the list names the one of each pair that covers more edits.
 */
export const sources: InvalidationSource[] = [
  {
    type: "product",
    entity: "product",
    path: [],
    // The module's event covers edits through a collection.
    events: ["product.created", "product.updated", "product.deleted", "product.product.updated"],
  },
  {
    type: "product",
    entity: "variant",
    path: ["product"],
    events: ["product-variant.created", "product-variant.updated", "product-variant.deleted"],
  },
  {
    type: "product",
    entity: "product_option",
    path: ["products"],
    events: ["product-option.updated", "product-option.deleted"],
  },
  {
    type: "product",
    entity: "price",
    path: ["price_set", "variant", "product"],
    events: ["pricing.price.created", "pricing.price.updated", "pricing.price.deleted"],
  },
  {
    type: "product",
    entity: "price_list",
    path: ["prices", "price_set", "variant", "product"],
    events: ["pricing.price-list.updated"],
  },
  {
    type: "product",
    entity: "inventory_level",
    path: ["inventory_item", "variants", "product"],
    // Includes orders and reservations, which change a level's reserved quantity.
    events: [
      "inventory.inventory-level.created",
      "inventory.inventory-level.updated",
      "inventory.inventory-level.deleted",
    ],
  },
  {
    type: "category",
    entity: "product_category",
    path: [],
    events: ["product-category.created", "product-category.updated", "product-category.deleted"],
  },
  {
    type: "collection",
    entity: "product_collection",
    path: [],
    events: ["product-collection.created", "product-collection.updated", "product-collection.deleted"],
  },
  {
    type: "region",
    entity: "region",
    path: [],
    events: ["region.created", "region.updated", "region.deleted"],
  },
];
