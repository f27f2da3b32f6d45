import type { BackendClient, TestProduct } from "../../support/backend-client";
import type { People } from "../../support/people";
import { Shopper } from "../../support/shopper";
import { AccountModel, ShopperModel } from "../shopper";
import { applyAction, chooseAction, identityAfter, requireAt, type Action } from "./action";
import {
  expectCartPage,
  expectHeader,
  expectOrders,
  expectOrdersPage,
  expectShopperState,
  productName,
  TestBrowser,
  type TestShopper,
} from "./expectations";
import { performAction } from "./page-actions";
import type { Plan, PlannedStep } from "./plan";
import { SessionKeepAlive } from "./session-keep-alive";
import { StepLog } from "./step-log";

/**
 * How many browsers act at the same time. All browsers of a shopper are run by one worker, so that their order is
 * fixed.
 */
const WORKERS = 3;

export type TestContext = Pick<People, "guest" | "shopper" | "secondDevice"> & {
  products: readonly TestProduct[];
  backend: BackendClient;
};

/** Runs a plan in real browsers and compares what each browser shows with the model. */
export class ModelTest {
  readonly #plan: Plan;
  readonly #context: TestContext;
  readonly #stepLog: StepLog;
  readonly #items: readonly string[];
  /** By their index in the plan. */
  readonly #shoppers = new Map<number, TestShopper>();
  readonly #browsers = new Set<TestBrowser>();
  readonly #keepAlive = new SessionKeepAlive(this.#browsers);

  constructor(plan: Plan, context: TestContext) {
    this.#plan = plan;
    this.#context = context;
    this.#stepLog = new StepLog(plan);
    this.#items = context.products.map(productName);
  }

  /**
   * Runs all steps, then checks every browser once more.
   * @throws Error at the first browser that shows something else
   */
  async run(): Promise<void> {
    try {
      await this.#runInWorkers((isOwn) => this.#runSteps(isOwn));
      await this.#runInWorkers(async (isOwn) => {
        for (const [index, shopper] of this.#shoppers) if (isOwn(index)) await this.#checkPages(shopper);
      });
      for (const shopper of this.#shoppers.values()) await expectOrders(shopper, this.#context.backend);
    } finally {
      await this.#keepAlive.stop();
    }
  }

  async #runInWorkers(work: (isOwn: (shopper: number) => boolean) => Promise<void>): Promise<void> {
    const workers = Array.from({ length: WORKERS }, (_, worker) =>
      work((shopper) => shopper % WORKERS === worker),
    );
    await Promise.all(workers);
  }

  async #runSteps(isOwn: (shopper: number) => boolean): Promise<void> {
    const shoppers = new Map<number, TestShopper>();
    for (const index of this.#plan.shoppers.keys())
      if (isOwn(index)) shoppers.set(index, await this.#openShopper(index));
    for (const step of this.#plan.steps) {
      const shopper = shoppers.get(step.shopper);
      if (shopper && !this.#stepLog.hasFailed) await this.#runStep(step, shopper);
    }
  }

  async #openShopper(index: number): Promise<TestShopper> {
    const { guest, shopper, secondDevice } = this.#context;
    const { hasAccount, browsers } = requireAt(this.#plan.shoppers, index);
    // Plans contain no customer's actions for guests.
    const first = hasAccount ? await shopper() : Shopper.of(await guest());
    const people = [first];
    while (people.length < browsers) people.push(await secondDevice(first));
    const account = hasAccount ? new AccountModel(first.identity) : null;
    const model = new ShopperModel(
      account,
      people.map((person) => new TestBrowser(person)),
      Infinity,
    );
    for (const browser of model.browsers) {
      if (hasAccount) model.openSession(browser, performance.now());
      await browser.person.page.goto("/us");
      this.#browsers.add(browser);
    }
    this.#shoppers.set(index, model);
    return model;
  }

  async #runStep(step: PlannedStep, shopper: TestShopper): Promise<void> {
    const browser = requireAt(shopper.browsers, step.browser);
    const action = chooseAction(step, { shopper, browser }, this.#items);
    const work = async () => {
      await this.#perform(action, step.number, { shopper, browser });
      await expectHeader(shopper, browser);
      for (const each of shopper.browsers) await expectShopperState(shopper, each);
    };
    await this.#stepLog.record({ ...step, action }, () => this.#keepAlive.pauseWhile(browser, work));
  }

  async #perform(
    action: Action,
    number: number,
    { shopper, browser }: { shopper: TestShopper; browser: TestBrowser },
  ): Promise<void> {
    const { products } = this.#context;
    const before = (shopper.account ?? browser).identity;
    const identity = identityAfter(before, action, number);
    // The first order saves an address.
    const hasAddress = browser.isSignedIn && (shopper.account?.orders.size ?? 0) > 0;
    const context = { products, nextIdentity: identity, hasAddress };
    const orderId = await performAction(browser.person.with(before), action, context);
    applyAction({ shopper, browser }, action, { items: this.#items, identity, orderId });
  }

  async #checkPages(shopper: TestShopper): Promise<void> {
    for (const browser of shopper.browsers) {
      await this.#keepAlive.pauseWhile(browser, async () => {
        await expectCartPage(shopper, browser, this.#context.products);
        await expectHeader(shopper, browser);
        await expectShopperState(shopper, browser);
        if (shopper.account && browser.isSignedIn) await expectOrdersPage(browser.person, shopper.account);
      });
    }
  }
}
