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

/** `changes`: how many the shopkeeper makes at most; `seconds`: how long the shop is open for at most. */
export type DayOptions = { seed: number; seconds: number; changes: number };

const SHOPPER_COUNT = 3;
/** For the carts that are still full when the shop closes. */
const FINISH_MS = 20_000;
/** Then somebody else comes: what one browser may do within an hour is limited. */
const STEPS_PER_SHOPPER = 40;
/** The shopkeeper waits for so many steps of the shoppers: what has just been changed can be looked at in peace. */
const STEPS_PER_CHANGE = 3;

/** The shop opens, is changed while people shop in it, and closes: who still has a full cart buys or empties it. */
export class DayInTheLife {
  readonly log = new DayLog();
  readonly created = noCreatedIds();
  readonly shoppers: HttpShopper[] = [];
  readonly #options: DayOptions;
  #isOver = false;
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
    const closing = setTimeout(() => (this.#isOver = true), seconds * 1_000);
    try {
      const shoppers = seeds.map((seed) => this.#runShoppers(day, seed));
      await Promise.all([this.#runShopkeeper(shopkeeper, shopSeed), ...shoppers]);
    } finally {
      clearTimeout(closing);
    }
  }

  async #runShopkeeper(shopkeeper: ShopkeeperContext, seed: number): Promise<void> {
    const { changes } = this.#options;
    let made = 0;
    for (const { number, perform, seed: stepSeed } of planChanges(seed)) {
      if (this.#isOver || made === changes) break;
      const isMade = await this.#attempt(SHOPKEEPER, number, async () => {
        this.log.note(
          SHOPKEEPER,
          `${number}: ${await perform({ ...shopkeeper, random: new Random(stepSeed) })}`,
        );
      });
      if (!isMade) continue;
      made += 1;
      await this.#waitForShoppers();
    }
    this.log.counts.set("changes", made);
    this.#isOver = true;
  }

  async #waitForShoppers(): Promise<void> {
    // Nobody is left then who would end the wait.
    if (this.#isOver) return;
    const end = this.#shopperSteps + STEPS_PER_CHANGE;
    await new Promise<void>((resolve) => {
      this.#onShopperStep = () => {
        if (this.#isOver || this.#shopperSteps >= end) resolve();
      };
    });
  }

  /** One shopper after the other. */
  async #runShoppers(day: DayContext, seed: number): Promise<void> {
    let shopper = this.#createShopper(day);
    for (const { number, perform, seed: stepSeed } of planVisits(seed)) {
      this.#shopperSteps += 1;
      this.#onShopperStep();
      if (this.#isOver) break;
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

  /** @returns whether there was something to do, and it was done */
  async #attempt(who: string, number: number, act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof NothingToDo) return false;
      if (!(error instanceof AdminApiError))
        throw new Error(`Step ${number} of ${who} broke off.`, { cause: error });
      this.log.note(who, `${number}: is refused: ${error.message}`);
      this.log.count("changes refused");
      return false;
    }
  }

  /** The cart ends in an order, or in being empty. */
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
