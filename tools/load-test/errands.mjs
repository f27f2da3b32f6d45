// @ts-check
import { guess, register, signIn } from "./errands/account.mjs";
import { add, change, remove } from "./errands/cart.mjs";
import { checkOut } from "./errands/check-out.mjs";
import { changePassword, replay, signOut, signOutEverywhere, signOutOthers } from "./errands/ending.mjs";
import { browse, keepWarm, look, lose, readPayload, rush } from "./errands/reading.mjs";
import { Dice } from "./dice.mjs";
import { Stuck } from "./visit.mjs";

/**
 * @typedef {import("./plan.mjs").Errand} Errand
 * @typedef {import("./shopper.mjs").Shopper} Shopper
 */

/** @type {Record<Errand, (shopper: Shopper, dice: Dice) => Promise<void>>} */
const ERRANDS = {
  browse,
  look,
  "read-payload": readPayload,
  rush,
  lose,
  add,
  change,
  remove,
  "check-out": checkOut,
  register,
  "sign-in": signIn,
  "sign-out": signOut,
  "sign-out-others": signOutOthers,
  "sign-out-everywhere": signOutEverywhere,
  "change-password": changePassword,
  guess,
  replay,
};

/**
 * The shopper's next errand. One that gets stuck is counted, and is over.
 * @param {Shopper} shopper
 */
export async function doNext(shopper) {
  const { errand, roll } = shopper.nextStep();
  try {
    await ERRANDS[errand](shopper, new Dice(roll));
    await keepWarm(shopper);
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
  }
}
