import { randomUUID } from "node:crypto";
import type { Client } from "../http/client";
import { HttpBrowser } from "../http/http-browser";
import type { ShopperPlan, Step } from "../plan";
import { Random } from "../random";
import type { Stats } from "../stats";
import type { Canaries } from "./canaries";
import type { CatalogItem } from "./catalog";
import { ExpectedCart } from "./expected-cart";
import type { SessionModel } from "./session-model";

/** What all shoppers share. `idleMs`: the idle time of the shop's sessions. */
export type LoadTestContext = {
  client: Client;
  canaries: Canaries;
  stats: Stats;
  catalog: CatalogItem[];
  idleMs: number;
};

export type PlacedOrder = { id: string; email: string; isCustomers: boolean; lines: string };

/** A copy of a session token whose session has ended. */
export type RevokedToken = { session: SessionModel; token: string };

export class Account {
  isRegistered = false;
  password = `open-${randomUUID()}`;
  readonly cart = new ExpectedCart();
  readonly orders = new Set<string>();
  readonly canary: string;
  readonly identity;
  readonly names: ReadonlySet<string>;

  constructor(canary: string) {
    this.canary = canary;
    this.identity = inventIdentity(canary);
    this.names = new Set([this.identity.firstName, this.identity.email]);
  }
}

/** One person with one or more browsers, who goes through one scenario after the other. */
export class Shopper {
  readonly name: string;
  readonly context: LoadTestContext;
  readonly account: Account | null;
  readonly browsers: HttpBrowser[];
  readonly placedOrders: PlacedOrder[] = [];
  revokedTokens: RevokedToken[] = [];
  /** The last requests, for the report of a fault. */
  readonly history: string[] = [];
  readonly #steps: Step[];
  #stepsDone = 0;

  constructor(number: number, plan: ShopperPlan, context: LoadTestContext) {
    this.context = context;
    this.name = `shopper ${number}`;
    this.#steps = plan.steps;
    this.account = plan.hasAccount ? new Account(context.canaries.issue(`${this.name}'s account`)) : null;
    this.browsers = Array.from({ length: plan.browsers }, (_, index) => {
      const name = `${this.name}, browser ${index + 1}`;
      const label = { name, canary: context.canaries.issue(name), address: ipAddress(number, index + 1) };
      const random = new Random((plan.steps[0]?.seed ?? 0) + index);
      return new HttpBrowser(label, { client: context.client, random });
    });
  }

  nextStep(): Step {
    const step = this.#steps[this.#stepsDone % this.#steps.length] as Step;
    this.#stepsDone += 1;
    return step;
  }

  /** The browsers that must be signed in, as far as the model knows. */
  get signedInBrowsers(): HttpBrowser[] {
    return this.browsers.filter(({ session }) => session && !session.hasEnded);
  }

  get signedOutBrowsers(): HttpBrowser[] {
    return this.browsers.filter((browser) => !this.signedInBrowsers.includes(browser));
  }

  /** The canaries that the shopper, signed in, may read: a guest's address comes along into the customer's cart. */
  get ownCanaries(): Set<string> {
    const account = this.account ? [this.account.canary] : [];
    return new Set([...account, ...this.browsers.map(({ canary }) => canary)]);
  }
}

export function inventIdentity(canary: string) {
  return {
    firstName: `Ida-${canary}`,
    lastName: `Rhodes-${canary}`,
    email: `load-test-${canary}@cloakroom.test`,
    street: `1 ${canary} Street`,
  };
}

/** Each browser has an address of its own, by which sign-in attempts are counted. */
export function ipAddress(shopper: number, browser: number): string {
  return ["10", shopper >> 8, shopper & 255, browser].join(".");
}
