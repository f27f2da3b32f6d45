// @ts-check
import { Client } from "./client.mjs";
import { doNext } from "./errands.mjs";
import { Markers } from "./markers.mjs";
import { findWrongOrders } from "./orders.mjs";
import { makePlan } from "./plan.mjs";
import { readShelf } from "./shelf.mjs";
import { inventIdentity, Shopper } from "./shopper.mjs";
import { Tally } from "./tally.mjs";

/**
 * @typedef {import("./shopper.mjs").Ground} Ground
 * @typedef {{ shoppers: number, seconds: number, instances: number, seed: number }} HuntSize
 */

/** So many errands are under way at once, each with up to as many requests; more would only wait for each other. */
const ERRANDS_AT_ONCE = 6;
/** Shoppers come one after the other in this share of the time: the first ones get round to everything. */
const ARRIVAL_SHARE = 0.6;

/** A crowd of shoppers without browsers in a shop that is open, and what they have seen. */
export class Hunt {
  tally = new Tally();
  #size;
  #env;

  /**
   * @param {HuntSize} size
   * @param {NodeJS.ProcessEnv} env of the specs: where the shop is
   */
  constructor(size, env) {
    this.#size = size;
    this.#env = env;
    this.plan = makePlan(size);
  }

  /** Until the time is over and everybody has finished what they were at. */
  async run() {
    const since = new Date();
    const { BASE_URL, SECOND_BASE_URL } = this.#env;
    const origins = [String(BASE_URL), String(SECOND_BASE_URL)].slice(0, this.#size.instances);
    const client = new Client(origins);
    try {
      /** @type {Ground} */
      const ground = { client, tally: this.tally, ...(await this.#explore()) };
      const shoppers = this.plan.map((plan, index) => new Shopper(index + 1, plan, ground));
      await this.#shop(shoppers);
      await this.#checkOrders(shoppers, since);
    } finally {
      await client.close();
    }
  }

  /** What there is to know about the shop before. */
  async #explore() {
    const idleMs = Number.parseInt(String(this.#env.SESSION_IDLE_TTL), 10) * 1_000;
    return { markers: new Markers(), shelf: await readShelf(this.#env), idleMs };
  }

  /** @param {Shopper[]} shoppers */
  async #shop(shoppers) {
    const begunAt = performance.now();
    const share = () => (performance.now() - begunAt) / (this.#size.seconds * 1_000);
    /** @type {Shopper[]} */
    const here = [];
    const coming = [...shoppers];
    const work = async () => {
      while (share() < 1) {
        const isExpected = shoppers.length - coming.length < (shoppers.length * share()) / ARRIVAL_SHARE;
        const next = ((isExpected || here.length === 0) && coming.shift()) || here.shift();
        if (!next) return;
        await doNext(next);
        here.push(next);
      }
    };
    await Promise.all(Array.from({ length: Math.min(ERRANDS_AT_ONCE, shoppers.length) }, work));
  }

  /** @param {Shopper[]} shoppers @param {Date} since */
  async #checkOrders(shoppers, since) {
    const { MEDUSA_DATABASE_URL, STOREFRONT_DATABASE_URL } = this.#env;
    const databases = { medusa: String(MEDUSA_DATABASE_URL), storefront: String(STOREFRONT_DATABASE_URL) };
    const placed = shoppers.flatMap((shopper) => shopper.placed);
    const markers = shoppers.flatMap((shopper) => [...shopper.ownMarkers]);
    const emails = markers.map((canary) => inventIdentity(canary).email);
    for (const { order, what } of await findWrongOrders(databases, { placed, emails, since }))
      this.tally.addFault({ kind: "order", who: "the backend", request: `order ${order}`, what, trail: [] });
  }
}
