import type { TestBrowser } from "./expectations";

/** The test shop ends sessions after a minute without a request: see tools/test-shop/settings.ts. */
const PING_INTERVAL_MS = 20_000;

/**
 * Sends a request for every idle browser at an interval, so that no session ends while its browser waits for others on
 * a slow machine. Busy browsers are left alone; their work starts when a pending ping has finished.
 */
export class SessionKeepAlive {
  readonly #browsers: ReadonlySet<TestBrowser>;
  readonly #busy = new Set<TestBrowser>();
  readonly #pings = new Map<TestBrowser, Promise<unknown>>();
  readonly #timer: NodeJS.Timeout;
  #isPinging = false;

  constructor(browsers: ReadonlySet<TestBrowser>) {
    this.#browsers = browsers;
    this.#timer = setInterval(() => void this.#pingIdle(), PING_INTERVAL_MS);
  }

  async pauseWhile(browser: TestBrowser, work: () => Promise<void>): Promise<void> {
    this.#busy.add(browser);
    try {
      await this.#pings.get(browser);
      await work();
    } finally {
      this.#busy.delete(browser);
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#pings.values());
  }

  /** Sends the pings one after another: all at once would slow down the busy browsers. */
  async #pingIdle(): Promise<void> {
    if (this.#isPinging) return;
    this.#isPinging = true;
    for (const browser of this.#browsers) {
      if (this.#busy.has(browser)) continue;
      // A failed ping is ignored: the browser's next check finds the fault.
      const ping = browser.person.context.request.get("/api/shopper").catch(() => null);
      this.#pings.set(browser, ping);
      await ping;
    }
    this.#isPinging = false;
  }
}
