import { Random } from "../crowd/random";
import * as browsing from "./browsing";
import * as buying from "./buying";
import type { Chance } from "./day";
import * as delivery from "./delivery";
import * as goods from "./goods";
import type { Shopkeeper } from "./keeper";
import * as prices from "./prices";
import * as promotions from "./promotions";
import * as shelfPages from "./shelf-pages";
import * as shelves from "./shelves";
import type { Visitor } from "./visitor";

type Weighted<T> = readonly [weight: number, act: T][];
type Change = (keeper: Shopkeeper) => Promise<string>;
type Visit = (visitor: Visitor, chance: Chance) => Promise<void>;

/** `roll` seeds what is left to chance within the step. */
export type Step<T> = { number: number; act: T; roll: number };

/** What the shopkeeper does, and how often. */
export const CHANGES: Weighted<Change> = [
  [4, goods.makeProduct],
  [4, goods.restock],
  [4, goods.reprice],
  [2, goods.rename],
  [1, goods.rehandle],
  [1, goods.switchBackorder],
  [4, goods.withdraw],
  [4, goods.bringBack],
  [2, goods.deleteProduct],
  [2, goods.deleteVariant],
  [2, goods.addVariant],
  [2, goods.moveProfile],
  [3, prices.makePriceList],
  [1, prices.changePriceList],
  [1, prices.switchPriceList],
  [2, prices.deletePriceList],
  [1, prices.makeTaxRate],
  [1, prices.changeTaxRate],
  [1, prices.deleteTaxRate],
  [5, promotions.makePromotion],
  [1, promotions.changePromotion],
  [2, promotions.switchPromotion],
  [3, promotions.deletePromotion],
  [3, delivery.makeDelivery],
  [1, delivery.repriceDelivery],
  [3, delivery.deleteDelivery],
  [2, shelves.makeCategory],
  [2, shelves.switchCategory],
  [1, shelves.renameCategory],
  [2, shelves.fileProducts],
  [1, shelves.deleteCategory],
  [1, shelves.makeCollection],
  [1, shelves.renameCollection],
  [1, shelves.deleteCollection],
];

/** What a shopper does, and how often. */
export const VISITS: Weighted<Visit> = [
  [4, browsing.readProduct],
  [2, browsing.readList],
  [1, browsing.readHome],
  [2, browsing.search],
  [2, shelfPages.readCategory],
  [1, shelfPages.readCollection],
  [6, buying.add],
  [2, buying.readCart],
  [2, buying.changeQuantity],
  [1, buying.removeLine],
  [4, buying.applyCode],
  [2, buying.switchCountry],
  [1, buying.signIn],
  [5, buying.buy],
  [3, buying.readOldOrder],
];

/** The shopkeeper's steps: the same for the same seed, without end. */
export function planChanges(seed: number): Generator<Step<Change>> {
  return draw(seed, CHANGES);
}

/** A shopper's steps, as those of the shopkeeper. */
export function planVisits(seed: number): Generator<Step<Visit>> {
  return draw(seed, VISITS);
}

function* draw<T>(seed: number, weighted: Weighted<T>): Generator<Step<T>> {
  const random = new Random(seed);
  const bag = weighted.flatMap(([weight, act]) => Array.from({ length: weight }, () => act));
  for (let number = 1; ; number += 1) {
    const act = bag[random.below(bag.length)];
    if (act) yield { number, act, roll: random.below(2 ** 31) };
  }
}
