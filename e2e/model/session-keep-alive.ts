import type { Shopper } from "../support/shopper";

/** The test shop ends sessions after a minute without a request: see tools/test-shop/settings.ts. */
const PING_INTERVAL_MS = 20_000;

/**
 * Sends a request for every idle client at an interval, so that no session ends while its client waits for others on
 * a slow machine. Busy clients are left alone; their work starts when a pending ping has finished.
 */
export class SessionKeepAlive {
  readonly #shoppers: ReadonlyMap<number, Shopper>;
  readonly #busy = new Set<number>();
  readonly #pings = new Map<number, Promise<unknown>>();
  readonly #timer: NodeJS.Timeout;
  #isPinging = false;

  constructor(shoppers: ReadonlyMap<number, Shopper>) {
    this.#shoppers = shoppers;
    this.#timer = setInterval(() => void this.#pingIdle(), PING_INTERVAL_MS);
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

  /** Sends the pings one after another: all at once would slow down the busy clients. */
  async #pingIdle(): Promise<void> {
    if (this.#isPinging) return;
    this.#isPinging = true;
    for (const [client, { context }] of this.#shoppers) {
      if (this.#busy.has(client)) continue;
      // A failed ping is ignored: the client's next check finds the fault.
      const ping = context.request.get("/api/shopper").catch(() => null);
      this.#pings.set(client, ping);
      await ping;
    }
    this.#isPinging = false;
  }
}
