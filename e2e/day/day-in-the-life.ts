import { Random } from "../support/random";
import { type AdminApi, AdminApiError } from "../support/admin-api";
import { readBackendRefusal } from "./backend-refusal";
import { checkOut } from "./checkout";
import { NothingToDo, splitSeed } from "./random-choice";
import type { DayContext } from "./day-context";
import { HttpShopper } from "./http-shopper";
import { planChanges, planVisits } from "./plan";
import { setUpShop } from "./set-up";
import { noCreatedIds, type ShopkeeperContext } from "./shopkeeper";
import { DayLog, SHOPKEEPER } from "./day-log";

/** `changes`: the most changes the shopkeeper makes; `seconds`: the longest the shop stays open. */
export type DayOptions = { seed: number; seconds: number; changes: number };

const SHOPPER_COUNT = 3;
/** Time for checking out carts that are still full when the shop closes. */
const FINISH_MS = 20_000;
/** A new shopper takes over after this many steps, because rate limits count per browser and hour. */
const STEPS_PER_SHOPPER = 40;
/** Shoppers' steps between two changes, so that each change is visited before the next. */
const STEPS_PER_CHANGE = 3;

/** A shop that is edited while people shop in it. When it closes, every shopper with a full cart buys or empties it. */
export class DayInTheLife {
  readonly log = new DayLog();
  readonly created = noCreatedIds();
  readonly shoppers: HttpShopper[] = [];
  readonly #options: DayOptions;
  #isClosed = false;
  #shopperSteps = 0;
  #onShopperStep = () => {};

  constructor(options: DayOptions) {
    this.#options = options;
  }

  async run(admin: AdminApi): Promise<void> {
    const { log, created } = this;
    const { seconds } = this.#options;
    const [openingSeed = 0, shopSeed = 0, ...seeds] = splitSeed(this.#options.seed, 2 + SHOPPER_COUNT);
    const shopkeeper = await setUpShop({ admin, created, log, seed: openingSeed });
    const { setup, model, group } = shopkeeper;
    const endsAt = Date.now() + seconds * 1_000 + FINISH_MS;
    const day = { admin, setup, model, log, group, endsAt };
    const closeTimer = setTimeout(() => (this.#isClosed = true), seconds * 1_000);
    try {
      const shoppers = seeds.map((seed) => this.#runShoppers(day, seed));
      await Promise.all([this.#runShopkeeper(shopkeeper, shopSeed), ...shoppers]);
    } finally {
      clearTimeout(closeTimer);
    }
  }

  async #runShopkeeper(shopkeeper: ShopkeeperContext, seed: number): Promise<void> {
    const { changes } = this.#options;
    let changeCount = 0;
    for (const { number, perform, seed: stepSeed } of planChanges(seed)) {
      if (this.#isClosed || changeCount === changes) break;
      const isDone = await this.#attempt(SHOPKEEPER, number, async () => {
        this.log.record(
          SHOPKEEPER,
          `${number}: ${await perform({ ...shopkeeper, random: new Random(stepSeed) })}`,
        );
      });
      if (!isDone) continue;
      changeCount += 1;
      await this.#waitForShoppers();
    }
    this.log.counts.set("changes", changeCount);
    this.#isClosed = true;
  }

  async #waitForShoppers(): Promise<void> {
    // After the end no shopper is left to resolve the promise.
    if (this.#isClosed) return;
    const end = this.#shopperSteps + STEPS_PER_CHANGE;
    await new Promise<void>((resolve) => {
      this.#onShopperStep = () => {
        if (this.#isClosed || this.#shopperSteps >= end) resolve();
      };
    });
  }

  /** Runs shoppers one after another. */
  async #runShoppers(day: DayContext, seed: number): Promise<void> {
    let shopper = this.#createShopper(day);
    for (const { number, perform, seed: stepSeed } of planVisits(seed)) {
      this.#shopperSteps += 1;
      this.#onShopperStep();
      if (this.#isClosed) break;
      await this.#attempt(shopper.name, number, () => perform(shopper, new Random(stepSeed)));
      if (number % STEPS_PER_SHOPPER > 0) continue;
      await this.#finishCart(shopper);
      shopper = this.#createShopper(day);
    }
    await this.#finishCart(shopper);
  }

  #createShopper(day: DayContext): HttpShopper {
    const shopper = new HttpShopper(`shopper ${this.shoppers.length + 1}`, day);
    this.shoppers.push(shopper);
    return shopper;
  }

  /** @returns false when there was nothing to do, or the backend refused */
  async #attempt(actor: string, number: number, act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof NothingToDo) return false;
      if (!(error instanceof AdminApiError))
        throw new Error(`Step ${number} of ${actor} broke off.`, { cause: error });
      this.log.record(actor, `${number}: is refused: ${error.message}`);
      this.log.count("changes refused");
      return false;
    }
  }

  /** Checks out; a cart that can neither be ordered nor emptied is a fault. */
  async #finishCart(shopper: HttpShopper): Promise<void> {
    const outcome = await checkOut(shopper);
    this.log.count(`carts ${outcome}`);
    if (outcome === "stuck")
      shopper.reportFault(
        "every cart can be bought or left",
        `a shopper is stuck: ${await readBackendRefusal(shopper)}`,
      );
  }
}
