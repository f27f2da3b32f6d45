import { setTimeout as delay } from "node:timers/promises";
import { HttpBrowser } from "../../e2e/support/http-browser";
import { newIdentity } from "../../e2e/support/identity";
import { FRESH_COOKIE, readSetSessionCookie, SESSION_COOKIE } from "../../e2e/support/session-cookies";

/** `cookie`: the new session cookie, if the response sets one. */
type Response = { milliseconds: number; cookie: string | null };

const POLL_MS = 50;

/** A customer of the bench's own, over plain HTTP: a browser would add its own time. */
export class SignedInClient {
  readonly #baseUrl: string;
  #cookie: string;

  constructor(baseUrl: string, cookie: string) {
    this.#baseUrl = baseUrl;
    this.#cookie = cookie;
  }

  static async register(baseUrl: string): Promise<SignedInClient> {
    const browser = new HttpBrowser(baseUrl);
    const { canary: _, ...typed } = newIdentity("shopper");
    await browser.submit("/us/register", "password", typed);
    const cookie = browser.cookies.get(SESSION_COOKIE);
    if (!cookie) throw new Error("Registering gave no session.");
    return new SignedInClient(baseUrl, cookie);
  }

  /** With this client's session cookie, another one, or null as a guest. */
  async get(path: string, cookie: string | null = this.#cookie): Promise<Response> {
    const startedAt = performance.now();
    const headers = cookie ? { cookie: `${SESSION_COOKIE}=${cookie}` } : undefined;
    const response = await fetch(this.#baseUrl + path, { headers, redirect: "manual" });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
    const renewed = readSetSessionCookie(response);
    const value = renewed?.split(";")[0]?.slice(SESSION_COOKIE.length + 1) ?? null;
    return { milliseconds: performance.now() - startedAt, cookie: value };
  }

  getMany(path: string, count: number, cookie: string | null = this.#cookie): Promise<Response[]> {
    return Promise.all(Array.from({ length: count }, () => this.get(path, cookie)));
  }

  /** With the fresh cookie, too, as a browser asks whose token needs no rotation yet. */
  getFresh(path: string): Promise<Response> {
    return this.get(path, `${this.#cookie}; ${FRESH_COOKIE}=1`);
  }

  /** Waits for a rotation and confirms the new token: as long as that is fresh, nothing is rotated. */
  async rotate(): Promise<void> {
    this.#cookie = await this.#waitForRotation();
    await this.get("/api/shopper");
  }

  /** Keeps the token until it is due: the next request that presents it rotates. */
  async waitUntilDue(): Promise<void> {
    await this.rotate();
    await this.#waitForRotation();
  }

  async #waitForRotation(): Promise<string> {
    for (;;) {
      const { cookie } = await this.get("/api/shopper");
      if (cookie) return cookie;
      await delay(POLL_MS);
    }
  }
}
