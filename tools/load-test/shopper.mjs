// @ts-check
import { randomUUID } from "node:crypto";
import { Basket } from "./basket.mjs";
import { Device } from "./device.mjs";
import { Dice } from "./dice.mjs";

/**
 * @typedef {import("./client.mjs").Client} Client
 * @typedef {import("./markers.mjs").Markers} Markers
 * @typedef {import("./plan.mjs").ShopperPlan} ShopperPlan
 * @typedef {import("./plan.mjs").Step} Step
 * @typedef {import("./session-model.mjs").SessionModel} SessionModel
 * @typedef {import("./tally.mjs").Tally} Tally
 * @typedef {import("./shelf.mjs").Thing} Thing
 * @typedef {{ client: Client, markers: Markers, tally: Tally, shelf: Thing[], idleMs: number }} Ground where the hunt takes
 *   place; `idleMs`: for how long a session may be left alone there
 * @typedef {{ firstName: string, lastName: string, email: string, street: string }} Identity
 * @typedef {{ id: string, email: string, isCustomers: boolean, lines: string }} PlacedOrder
 * @typedef {{ session: SessionModel, ticket: string }} DeadTicket
 */

/** What is known of an account. It exists once `isMade`. */
class Account {
  isMade = false;
  password = `open-${randomUUID()}`;
  basket = new Basket();
  /** @type {Set<string>} */
  orders = new Set();

  /** @param {string} canary */
  constructor(canary) {
    this.canary = canary;
    this.identity = inventIdentity(canary);
    this.names = new Set([this.identity.firstName, this.identity.email]);
  }
}

/** Somebody with one or more devices, who does one errand after the other, and remembers what was done. */
export class Shopper {
  /** @type {DeadTicket[]} */
  deadTickets = [];
  /** @type {PlacedOrder[]} */
  placed = [];
  /** What was done last, for whoever reads about a fault. @type {string[]} */
  trail = [];
  #steps;
  #done = 0;

  /**
   * @param {number} number
   * @param {ShopperPlan} plan
   * @param {Ground} ground
   */
  constructor(number, plan, ground) {
    this.ground = ground;
    this.name = `shopper ${number}`;
    this.#steps = plan.steps;
    this.account = plan.hasAccount ? new Account(ground.markers.issue(`${this.name}'s account`)) : null;
    this.devices = Array.from({ length: plan.devices }, (_, index) => {
      const name = `${this.name}, device ${index + 1}`;
      const canary = ground.markers.issue(name);
      const dice = new Dice((plan.steps[0]?.roll ?? 0) + index);
      const address = nameAddress(number, index + 1);
      return new Device({ name, canary, address }, { client: ground.client, dice });
    });
  }

  /** @returns {Step} */
  nextStep() {
    const step = /** @type {Step} */ (this.#steps[this.#done % this.#steps.length]);
    this.#done += 1;
    return step;
  }

  /** Devices that must be signed in, as far as anybody knows. */
  get signedIn() {
    return this.devices.filter(({ session }) => session && !session.hasEnded);
  }

  /** The markers that one who is signed in may read: a guest's address comes along into the customer's cart. */
  get ownMarkers() {
    return new Set([
      ...(this.account ? [this.account.canary] : []),
      ...this.devices.map(({ canary }) => canary),
    ]);
  }
}

/**
 * @param {string} canary
 * @returns {Identity}
 */
export function inventIdentity(canary) {
  return {
    firstName: `Ida-${canary}`,
    lastName: `Rhodes-${canary}`,
    email: `hunted-${canary}@cloakroom.test`,
    street: `1 ${canary} Street`,
  };
}

/**
 * The address of a machine on the internet: attempts to sign in are counted by it.
 * @param {number} shopper
 * @param {number} device
 */
export function nameAddress(shopper, device) {
  return ["10", shopper >> 8, shopper & 255, device].join(".");
}
