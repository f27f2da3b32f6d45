import type { Random } from "../support/random";
import type { AdminApi } from "../support/admin-api";
import { pick } from "./random-choice";
import type { ShopModel } from "./model";
import type { StoreSetup } from "./store-setup";

/** Everything that must be taken away again: ids by what they are of. */
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

/** The shopkeeper at one step: what may be chosen there is left to `random`. */
export type ShopkeeperContext = {
  admin: AdminApi;
  setup: StoreSetup;
  model: ShopModel;
  created: CreatedIds;
  /** Shipping profiles of the day's own, the usual one first: no other spec's cart is offered their deliveries. */
  profiles: string[];
  /** A customer group of the day's own. */
  group: string;
  random: Random;
};

/**
 * More often than not something that somebody has in a cart: that is where a change matters.
 * @throws NothingToDo when there is nothing to choose from
 */
export function pickInUse<T extends object>({ random, model }: ShopkeeperContext, items: readonly T[]): T {
  const inUse = items.filter((item) => model.inUse.has(item));
  return pick(random, inUse.length > 0 && random.below(4) > 0 ? inUse : items);
}
