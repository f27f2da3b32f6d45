// @ts-check
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

const SESSION_COOKIE = "__Host-cloakroom-session";
const YOUNG_COOKIE = "__Host-cloakroom-young";
const POLL_MS = 50;

/**
 * @typedef {{ milliseconds: number, isRenewal: boolean, cookie: string | null }} Answer `cookie` is the new one, if any
 */

/** A shopper of the bench's own, who asks by plain HTTP: a browser would add its own time. */
export class SignedInClient {
  /**
   * @param {string} baseUrl
   * @param {string} cookie
   */
  constructor(baseUrl, cookie) {
    this.baseUrl = baseUrl;
    this.cookie = cookie;
  }

  /**
   * @param {import("@playwright/test").Browser} browser
   * @param {string} baseUrl
   */
  static async register(browser, baseUrl) {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`${baseUrl}/us/register`);
      await page.getByLabel("First name").fill("Bench");
      await page.getByLabel("Last name").fill("Mark");
      await page.getByLabel("E-mail").fill(`bench-${randomUUID()}@cloakroom.test`);
      await page.getByLabel("Password", { exact: true }).fill(randomUUID());
      await page.getByRole("button", { name: "Make my account" }).click();
      await page.waitForURL("**/account");
      const cookies = await context.cookies();
      const session = cookies.find(({ name }) => name === SESSION_COOKIE);
      if (!session) throw new Error("Registering gave no session.");
      return new SignedInClient(baseUrl, session.value);
    } finally {
      await context.close();
    }
  }

  /**
   * @param {string} path
   * @param {string | null} [cookie] this client's own; null for a guest
   * @returns {Promise<Answer>}
   */
  async get(path, cookie = this.cookie) {
    const begun = performance.now();
    const headers = cookie ? { cookie: `${SESSION_COOKIE}=${cookie}` } : undefined;
    const answer = await fetch(this.baseUrl + path, { headers, redirect: "manual" });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
    const renewed = answer.headers.getSetCookie().find((text) => text.startsWith(`${SESSION_COOKIE}=`));
    const value = renewed?.split(";")[0]?.slice(SESSION_COOKIE.length + 1) ?? null;
    return { milliseconds: performance.now() - begun, isRenewal: value !== null, cookie: value };
  }

  /**
   * @param {string} path
   * @param {number} count
   * @param {string | null} [cookie]
   */
  getMany(path, count, cookie = this.cookie) {
    return Promise.all(Array.from({ length: count }, () => this.get(path, cookie)));
  }

  /**
   * As a browser asks that has been given its ticket a moment ago, and the mark of a young one with it.
   * @param {string} path
   */
  getYoung(path) {
    return this.get(path, `${this.cookie}; ${YOUNG_COOKIE}=1`);
  }

  /** Until a ticket has been handed out and shown: from now on, and for as long as it is young, nothing is renewed. */
  async renew() {
    this.cookie = await this.#waitForRenewal();
    await this.get("/api/shopper");
  }

  /** Leaves the ticket as it is: the next request that shows it is the one that renews. */
  async waitUntilDue() {
    await this.renew();
    const held = this.cookie;
    await this.#waitForRenewal();
    this.cookie = held;
  }

  async #waitForRenewal() {
    for (;;) {
      const { cookie } = await this.get("/api/shopper");
      if (cookie) return cookie;
      await wait(POLL_MS);
    }
  }
}
