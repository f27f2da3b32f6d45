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

  constructor(people: ReadonlyMap<number, Shopper>) {
    this.#people = people;
    this.#timer = setInterval(() => this.#lookIn(), LOOK_IN_EVERY_MILLISECONDS);
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

  #lookIn(): void {
    for (const [seat, { context }] of this.#people) {
      if (this.#acting.has(seat)) continue;
      // What is wrong with an answer shows when its browser is looked at.
      this.#looks.set(seat, Promise.allSettled([this.#looks.get(seat), context.request.get("/api/shopper")]));
    }
  }
}
