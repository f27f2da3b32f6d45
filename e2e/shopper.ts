import { randomInt, randomUUID } from "node:crypto";
import { expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { test as base } from "./fixtures";
import { Guest } from "./guest";
import { newCanary } from "./leak-scan/canary";

export type Identity = { firstName: string; lastName: string; email: string; password: string };

/** Somebody who exists for one test only, and whom the leak scan knows wherever they turn up. */
function inventIdentity(): Identity {
  const canary = newCanary();
  return {
    firstName: `Ida-${canary}`,
    lastName: `Rhodes-${canary}`,
    email: `shopper-${canary}@cloakroom.test`,
    password: `open-${randomUUID()}`,
  };
}

/** A machine of its own for each browser: attempts to sign in are counted by the address they come from. */
export async function openMachine(browser: Browser, options: object = {}): Promise<BrowserContext> {
  return browser.newContext({ ...options, extraHTTPHeaders: inventAddress() });
}

function inventAddress() {
  return { "x-forwarded-for": ["10", ...Array.from({ length: 3 }, () => randomInt(256))].join(".") };
}

/** What a shopper with an account does in one tab: everything a guest does, and more. */
export class Shopper extends Guest {
  readonly identity: Identity;

  constructor(page: Page, identity: Identity = inventIdentity(), options: { hasScript?: boolean } = {}) {
    super(page, options);
    this.identity = identity;
  }

  /** Makes the account, by its form. The browser is signed in then. */
  async register(): Promise<void> {
    await this.page.goto("/us/register");
    await this.field("First name").fill(this.identity.firstName);
    await this.field("Last name").fill(this.identity.lastName);
    await this.field("E-mail").fill(this.identity.email);
    await this.passwordField.fill(this.identity.password);
    await this.page.getByRole("button", { name: "Make my account" }).click();
    await this.waitForAccount();
  }

  /** @param path a page that has the form for it, such as `/us/login?next=/us/cart`; null for the page that is open */
  async signIn(path: string | null = "/us/login"): Promise<void> {
    if (path) await this.page.goto(path);
    await this.field("E-mail").fill(this.identity.email);
    await this.passwordField.fill(this.identity.password);
    await this.page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    if (path === "/us/login") await this.waitForAccount();
  }

  async signOut(): Promise<void> {
    await this.page.goto("/us/account");
    await this.page.getByRole("button", { name: "Sign out", exact: true }).click();
    await expect(this.page).toHaveURL("/us");
  }

  async waitForAccount(): Promise<void> {
    await expect(this.page).toHaveURL(/\/us\/account$/);
    await this.expectSignedIn();
  }

  /** The overview names its owner. */
  async expectSignedIn(): Promise<void> {
    await expect(this.shown("customer-email")).toHaveText(this.identity.email);
  }

  /** In the header; it names who is here. */
  get accountLink() {
    return this.page.getByRole("banner").getByRole("link", { name: /^Account/ });
  }

  get passwordField() {
    return this.page.getByLabel("Password", { exact: true });
  }
}

type ShopperFixtures = {
  /** A shopper with an account of this test's own, signed in, in the test's own tab. */
  shopper: Shopper;
};

export const test = base.extend<ShopperFixtures>({
  // Playwright reads what a fixture needs off its pattern.
  extraHTTPHeaders: async ({ extraHTTPHeaders }, provide) => {
    await provide({ ...extraHTTPHeaders, ...inventAddress() });
  },

  shopper: async ({ page, javaScriptEnabled }, provide) => {
    const shopper = new Shopper(page, inventIdentity(), { hasScript: javaScriptEnabled });
    await shopper.register();
    await provide(shopper);
  },
});

export { expect };
