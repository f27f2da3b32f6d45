import type { Shopper } from "../support/shopper";

/** Sessions end here after a minute without a request: see scripts/e2e/settings.mjs. */
const PING_INTERVAL_MS = 10_000;

/**
 * Keeps awake whoever has to wait for the others: on a slow machine, too, nobody idles away. A browser in which
 * something is being done is left alone, and begins when what was asked for it has been answered.
 */
export class SessionKeepAlive {
  readonly #shoppers: ReadonlyMap<number, Shopper>;
  readonly #busy = new Set<number>();
  readonly #pings = new Map<number, Promise<unknown>>();
  readonly #timer: NodeJS.Timeout;

  constructor(shoppers: ReadonlyMap<number, Shopper>) {
    this.#shoppers = shoppers;
    this.#timer = setInterval(() => this.#pingIdle(), PING_INTERVAL_MS);
  }

  async pauseWhile(client: number, work: () => Promise<void>): Promise<void> {
    this.#busy.add(client);
    try {
      await this.#pings.get(client);
      await work();
    } finally {
      this.#busy.delete(client);
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#pings.values());
  }

  #pingIdle(): void {
    for (const [client, { context }] of this.#shoppers) {
      if (this.#busy.has(client)) continue;
      // What is wrong with an answer shows when its browser is looked at.
      this.#pings.set(
        client,
        Promise.allSettled([this.#pings.get(client), context.request.get("/api/shopper")]),
      );
    }
  }
}
