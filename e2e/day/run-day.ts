import { Random } from "../crowd/random";
import { Idle, splitSeed } from "./chance";
import { checkOut } from "./checkout";
import { readRefusal } from "./refusal";
import type { Day } from "./day";
import { Journal, SHOPKEEPER } from "./journal";
import { nothingMade, type Shopkeeper } from "./keeper";
import { type Office, Refused } from "./office";
import { openShop } from "./opening";
import { planChanges, planVisits } from "./plan";
import { Visitor } from "./visitor";

/** `changes`: how many the shopkeeper makes at most; `seconds`: how long the shop is open for at most. */
export type DayOptions = { seed: number; seconds: number; changes: number };

const SHOPPERS = 3;
/** Then somebody else comes: what one browser may do within an hour is limited. */
const STEPS_OF_ONE = 40;
/** The shopkeeper waits for so many steps of the shoppers: what has just been changed can be looked at in peace. */
const STEPS_A_CHANGE = 3;

/** The shop opens, is changed while people shop in it, and closes: who still has a full cart buys or empties it. */
export class DayInTheLife {
  readonly journal = new Journal();
  readonly made = nothingMade();
  readonly visitors: Visitor[] = [];
  readonly #options: DayOptions;
  #isOver = false;
  #steps = 0;
  #wake = () => {};

  constructor(options: DayOptions) {
    this.#options = options;
  }

  async run(office: Office): Promise<void> {
    const { journal, made } = this;
    const { seconds } = this.#options;
    const [openingSeed = 0, shopSeed = 0, ...seeds] = splitSeed(this.#options.seed, 2 + SHOPPERS);
    const keeper = await openShop({ office, made, journal, seed: openingSeed });
    const { premises, world, group } = keeper;
    const day = { office, premises, world, journal, group };
    const closing = setTimeout(() => (this.#isOver = true), seconds * 1_000);
    try {
      const shoppers = seeds.map((seed) => this.#keepShopping(day, seed));
      await Promise.all([this.#keepShop(keeper, shopSeed), ...shoppers]);
    } finally {
      clearTimeout(closing);
    }
  }

  async #keepShop(keeper: Shopkeeper, seed: number): Promise<void> {
    const { changes } = this.#options;
    let made = 0;
    for (const { number, act, roll } of planChanges(seed)) {
      if (this.#isOver || made === changes) break;
      const isMade = await this.#attempt(SHOPKEEPER, number, async () => {
        this.journal.note(SHOPKEEPER, `${number}: ${await act({ ...keeper, random: new Random(roll) })}`);
      });
      if (!isMade) continue;
      made += 1;
      await this.#waitForShoppers();
    }
    this.journal.counts.set("changes", made);
    this.#isOver = true;
  }

  async #waitForShoppers(): Promise<void> {
    // Nobody is left then who would end the wait.
    if (this.#isOver) return;
    const end = this.#steps + STEPS_A_CHANGE;
    await new Promise<void>((resolve) => {
      this.#wake = () => {
        if (this.#isOver || this.#steps >= end) resolve();
      };
    });
  }

  /** One shopper after the other. */
  async #keepShopping(day: Day, seed: number): Promise<void> {
    let visitor = this.#welcome(day);
    for (const { number, act, roll } of planVisits(seed)) {
      this.#steps += 1;
      this.#wake();
      if (this.#isOver) break;
      await this.#attempt(visitor.name, number, () => act(visitor, { random: new Random(roll) }));
      if (number % STEPS_OF_ONE > 0) continue;
      await this.#finish(visitor);
      visitor = this.#welcome(day);
    }
    await this.#finish(visitor);
  }

  #welcome(day: Day): Visitor {
    const visitor = new Visitor(`shopper ${this.visitors.length + 1}`, day);
    this.visitors.push(visitor);
    return visitor;
  }

  /** @returns whether there was something to do, and it was done */
  async #attempt(who: string, number: number, act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof Idle) return false;
      if (!(error instanceof Refused))
        throw new Error(`Step ${number} of ${who} broke off.`, { cause: error });
      this.journal.note(who, `${number}: is refused: ${error.message}`);
      this.journal.count("changes refused");
      return false;
    }
  }

  /** The cart ends in an order, or in being empty. */
  async #finish(visitor: Visitor): Promise<void> {
    if ((await checkOut(visitor)) === "stuck")
      visitor.accuse("every cart can be bought or left", `a shopper is stuck: ${await readRefusal(visitor)}`);
  }
}
