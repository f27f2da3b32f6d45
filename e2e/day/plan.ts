import { Random } from "../support/random";
import * as browsing from "./browsing";
import * as buying from "./buying";
import * as catalogue from "./categories-and-collections";
import * as delivery from "./delivery";
import type { HttpShopper } from "./http-shopper";
import * as listPages from "./list-pages";
import * as prices from "./prices";
import * as products from "./products";
import * as promotions from "./promotions";
import type { ShopkeeperContext } from "./shopkeeper";

type Weighted<T> = readonly [weight: number, perform: T][];
type Change = (shopkeeper: ShopkeeperContext) => Promise<string>;
type Visit = (shopper: HttpShopper, random: Random) => Promise<void>;

/** `seed` determines the random choices within the step. */
export type Step<T> = { number: number; perform: T; seed: number };

/** Changes by the shopkeeper, with their weights. */
export const CHANGES: Weighted<Change> = [
  [4, products.createProduct],
  [4, products.restock],
  [4, products.reprice],
  [2, products.rename],
  [1, products.changeHandle],
  [1, products.toggleBackorder],
  [4, products.withdraw],
  [4, products.republish],
  [2, products.deleteProduct],
  [2, products.deleteVariant],
  [2, products.addVariant],
  [2, products.changeShippingProfile],
  [3, prices.createPriceList],
  [1, prices.changePriceList],
  [1, prices.togglePriceList],
  [2, prices.deletePriceList],
  [1, prices.createTaxRate],
  [1, prices.changeTaxRate],
  [1, prices.deleteTaxRate],
  [5, promotions.createPromotion],
  [1, promotions.changePromotion],
  [2, promotions.togglePromotion],
  [3, promotions.deletePromotion],
  [3, delivery.createDelivery],
  [1, delivery.repriceDelivery],
  [3, delivery.deleteDelivery],
  [2, catalogue.createCategory],
  [2, catalogue.toggleCategory],
  [1, catalogue.renameCategory],
  [2, catalogue.assignProducts],
  [1, catalogue.deleteCategory],
  [1, catalogue.createCollection],
  [1, catalogue.renameCollection],
  [1, catalogue.deleteCollection],
];

/** Visits by a shopper, with their weights. */
export const VISITS: Weighted<Visit> = [
  [4, browsing.readProduct],
  [2, browsing.readList],
  [1, browsing.readHome],
  [2, browsing.search],
  [2, listPages.readCategory],
  [1, listPages.readCollection],
  [6, buying.addToCart],
  [2, buying.readCart],
  [2, buying.changeQuantity],
  [1, buying.removeLine],
  [4, buying.applyCode],
  [2, buying.switchCountry],
  [1, buying.toggleSignIn],
  [5, buying.buy],
  [3, buying.readOldOrder],
];

/** An endless sequence of changes, determined by the seed. */
export function planChanges(seed: number): Generator<Step<Change>> {
  return draw(seed, CHANGES);
}

/** An endless sequence of visits, determined by the seed. */
export function planVisits(seed: number): Generator<Step<Visit>> {
  return draw(seed, VISITS);
}

function* draw<T>(seed: number, weighted: Weighted<T>): Generator<Step<T>> {
  const random = new Random(seed);
  const pool = weighted.flatMap(([weight, perform]) => Array.from({ length: weight }, () => perform));
  for (let number = 1; ; number += 1) {
    const perform = pool[random.below(pool.length)];
    if (perform) yield { number, perform, seed: random.below(2 ** 31) };
  }
}
