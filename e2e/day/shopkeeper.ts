import type { Random } from "../support/random";
import type { AdminApi } from "../support/admin-api";
import { pick } from "./random-choice";
import type { ShopModel } from "./model";
import type { StoreSetup } from "./store-setup";

/** Ids of created entities by kind, for the clean-up. */
export type CreatedIds = Record<
  | "products"
  | "categories"
  | "collections"
  | "priceLists"
  | "promotions"
  | "deliveries"
  | "taxRates"
  | "profiles"
  | "groups",
  string[]
>;

export function noCreatedIds(): CreatedIds {
  return {
    products: [],
    categories: [],
    collections: [],
    priceLists: [],
    promotions: [],
    deliveries: [],
    taxRates: [],
    profiles: [],
    groups: [],
  };
}

/** Input of a change; `random` makes its choices. */
export type ShopkeeperContext = {
  admin: AdminApi;
  setup: StoreSetup;
  model: ShopModel;
  created: CreatedIds;
  /**
   * Shipping profiles of this test alone, the standard one first. Carts of other specs are not offered their options.
   */
  profiles: string[];
  /** A customer group of this test alone. */
  group: string;
  random: Random;
};

/**
 * Prefers items that are in somebody's cart, where changes matter most.
 * @throws NothingToDo for an empty list
 */
export function pickInUse<T extends object>({ random, model }: ShopkeeperContext, items: readonly T[]): T {
  const inUse = items.filter((item) => model.inUse.has(item));
  return pick(random, inUse.length > 0 && random.below(4) > 0 ? inUse : items);
}
