import type { Shopper } from "../shopper";

/** Sessions end here after a minute without a request: see tools/test-shop/settings.ts. */
const LOOK_IN_EVERY_MILLISECONDS = 20_000;

/**
 * Keeps awake whoever has to wait for the others: on a slow machine, too, nobody idles away. A browser in which
 * something is being done is left alone, and begins when what was asked for it has been answered.
 */
export class Wakefulness {
  readonly #people: ReadonlyMap<number, Shopper>;
  readonly #acting = new Set<number>();
  readonly #looks = new Map<number, Promise<unknown>>();
  readonly #timer: NodeJS.Timeout;
  #isLooking = false;

  constructor(people: ReadonlyMap<number, Shopper>) {
    this.#people = people;
    this.#timer = setInterval(() => void this.#lookIn(), LOOK_IN_EVERY_MILLISECONDS);
  }

  async during(seat: number, work: () => Promise<void>): Promise<void> {
    this.#acting.add(seat);
    try {
      await this.#looks.get(seat);
      await work();
    } finally {
      this.#acting.delete(seat);
    }
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#looks.values());
  }

  /** One after the other: all at once would keep those waiting who are doing something. */
  async #lookIn(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    for (const [seat, { context }] of this.#people) {
      if (this.#acting.has(seat)) continue;
      const look = context.request.get("/api/shopper").catch(() => null);
      // What is wrong with an answer shows when its browser is looked at.
      this.#looks.set(seat, look);
      await look;
    }
    this.#isLooking = false;
  }
}
