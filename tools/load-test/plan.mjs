// @ts-check
import { Dice } from "./dice.mjs";

/**
 * @typedef {"browse" | "look" | "read-payload" | "rush" | "lose" | "add" | "change" | "remove" | "check-out"} GuestErrand
 * @typedef {GuestErrand | "register" | "sign-in" | "sign-out" | "sign-out-others" | "sign-out-everywhere" |
 *   "change-password" | "guess" | "replay"} Errand
 * @typedef {{ errand: Errand, roll: number }} Step `roll` seeds whatever is left to chance within the errand
 * @typedef {{ hasAccount: boolean, devices: number, steps: Step[] }} ShopperPlan
 */

/** How often each errand is drawn. Passwords are dear: each costs the backend half a second of one core. */
const GUEST_WEIGHTS = /** @type {const} */ ({
  browse: 3,
  look: 3,
  "read-payload": 2,
  rush: 2,
  lose: 1,
  add: 3,
  change: 2,
  remove: 1,
  "check-out": 1,
});
const CUSTOMER_WEIGHTS = /** @type {const} */ ({
  ...GUEST_WEIGHTS,
  rush: 4,
  lose: 3,
  "sign-in": 4,
  "sign-out": 2,
  "sign-out-others": 2,
  "sign-out-everywhere": 1,
  "change-password": 1,
  guess: 1,
  replay: 1,
});

/** So many, and then from the beginning. */
const STEPS = 120;
const DEVICES = [1, 2, 2, 3];
/** Of all shoppers, in tenths. */
const CUSTOMERS_IN_TEN = 7;
/** A customer looks around for so many errands, at most, before making the account. */
const LATEST_REGISTRATION = 3;

/**
 * What everybody does, one after the other; what happens at the same time, and in which order it arrives, is the
 * machine's. The same seed gives the same plan.
 * @param {{ seed: number, shoppers: number }} options
 * @returns {ShopperPlan[]}
 */
export function makePlan({ seed, shoppers }) {
  const dice = new Dice(seed);
  return Array.from({ length: shoppers }, () => planShopper(new Dice(dice.seed())));
}

/**
 * @param {Dice} dice
 * @returns {ShopperPlan}
 */
function planShopper(dice) {
  const hasAccount = dice.below(10) < CUSTOMERS_IN_TEN;
  const before = dice.below(LATEST_REGISTRATION);
  const guestBag = fillBag(GUEST_WEIGHTS);
  const customerBag = fillBag(CUSTOMER_WEIGHTS);
  /** @param {number} index @returns {Errand} */
  const drawErrand = (index) => {
    if (!hasAccount || index < before) return dice.pick(guestBag);
    return index === before ? "register" : dice.pick(customerBag);
  };
  const steps = Array.from({ length: STEPS }, (_, index) => ({
    errand: drawErrand(index),
    roll: dice.seed(),
  }));
  return { hasAccount, devices: hasAccount ? dice.pick(DEVICES) : 1, steps };
}

/**
 * @template {Errand} E
 * @param {Record<E, number>} weights
 * @returns {E[]} each as often as it weighs
 */
function fillBag(weights) {
  const errands = /** @type {E[]} */ (Object.keys(weights));
  return errands.flatMap((errand) => Array.from({ length: weights[errand] }, () => errand));
}

/**
 * The plan in a line.
 * @param {ShopperPlan[]} plan
 */
export function describePlan(plan) {
  const customers = plan.filter(({ hasAccount }) => hasAccount);
  const devices = plan.reduce((sum, shopper) => sum + shopper.devices, 0);
  const first = plan.slice(0, 3).map(({ steps }) =>
    steps
      .slice(0, 8)
      .map(({ errand }) => errand)
      .join(", "),
  );
  return [
    `${plan.length} shoppers, ${customers.length} of them with an account, on ${devices} devices; the first ones:`,
    ...first.map((errands, index) => `  ${index + 1}: ${errands}, …`),
  ].join("\n");
}
