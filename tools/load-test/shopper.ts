import { AccountModel, ShopperModel } from "../../e2e/model/shopper";
import type { SessionModel } from "../../e2e/model/session";
import type { Step } from "../../e2e/model/step";
import { newIdentity } from "../../e2e/support/identity";
import { Random } from "../../e2e/support/random";
import { LoadTestBrowser } from "./browser";
import type { Canaries } from "./canaries";
import type { CatalogItem } from "./catalog";
import type { Scenario, ShopperPlan } from "./plan";
import type { Stats } from "./stats";

/** What all shoppers share. `idleMs`: the idle time of sessions; `origins`: of the storefront's instances. */
type LoadTestContext = {
  canaries: Canaries;
  stats: Stats;
  catalog: CatalogItem[];
  idleMs: number;
  origins: readonly string[];
};

/** A copy of a session token whose session has ended. */
export type RevokedToken = { session: SessionModel; token: string };

/** One person with one or more browsers, who goes through one scenario after the other. */
export class Shopper extends ShopperModel<LoadTestBrowser> {
  readonly name: string;
  readonly context: LoadTestContext;
  isRegistered = false;
  revokedTokens: RevokedToken[] = [];
  /** The last requests, for the report of a fault. */
  readonly history: string[] = [];
  readonly #steps: Step<Scenario>[];
  #stepsDone = 0;

  constructor(number: number, plan: ShopperPlan, context: LoadTestContext) {
    const name = `shopper ${number}`;
    const browsers = Array.from({ length: plan.browsers }, (_, index) => {
      const random = new Random((plan.steps[0]?.seed ?? 0) + index);
      return new LoadTestBrowser(`${name}, browser ${index + 1}`, { ...context, random });
    });
    super(plan.hasAccount ? new AccountModel(newIdentity("shopper")) : null, browsers, context.idleMs);
    if (this.account) context.canaries.claim(this.account.identity.canary, `${name}'s account`);
    this.context = context;
    this.name = name;
    this.#steps = plan.steps;
  }

  nextStep(): Step<Scenario> {
    const step = this.#steps[this.#stepsDone % this.#steps.length] as Step<Scenario>;
    this.#stepsDone += 1;
    return step;
  }

  /** The canaries that the shopper, signed in, may read: a guest's address comes along into the customer's cart. */
  get ownCanaries(): Set<string> {
    const owners = [...(this.account ? [this.account] : []), ...this.browsers];
    return new Set(owners.map(({ identity }) => identity.canary));
  }
}
