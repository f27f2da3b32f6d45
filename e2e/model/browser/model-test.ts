import type { BackendClient, TestProduct } from "../../support/backend-client";
import type { People } from "../../support/people";
import { Shopper } from "../../support/shopper";
import { AccountModel, ShopperModel } from "../shopper";
import { applyAction, chooseAction, identityAfter, requireAt } from "./action";
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
  readonly #stepLog = new StepLog();
  readonly #items: readonly string[];
  readonly #shoppers: TestShopper[] = [];
  readonly #browsers = new Set<TestBrowser>();
  readonly #keepAlive = new SessionKeepAlive(this.#browsers);

  constructor(plan: Plan, context: TestContext) {
    this.#plan = plan;
    this.#context = context;
    this.#items = context.products.map(productName);
  }

  /**
   * Runs all steps, then checks every browser once more.
   * @throws Error at the first browser that shows something else
   */
  async run(): Promise<void> {
    const all = Array.from(this.#plan.shoppers, (_, shopper) => ({ shopper }));
    try {
      await runInWorkers(all, ({ shopper }) => this.#openShopper(shopper));
      await runInWorkers(this.#plan.steps, (step) => this.#runStep(step));
      await runInWorkers(all, ({ shopper }) => this.#checkPages(requireAt(this.#shoppers, shopper)));
      for (const shopper of this.#shoppers) await expectOrders(shopper, this.#context.backend);
    } finally {
      await this.#keepAlive.stop();
    }
  }

  async #openShopper(index: number): Promise<void> {
    const { guest, shopper, secondDevice } = this.#context;
    const { hasAccount, browsers } = requireAt(this.#plan.shoppers, index);
    // Plans contain no customer's actions for guests.
    const first = hasAccount ? await shopper() : Shopper.of(await guest());
    const people = [first];
    while (people.length < browsers) people.push(await secondDevice(first));
    const account = hasAccount ? new AccountModel(first.identity) : null;
    const tabs = people.map((person) => new TestBrowser(person));
    const model = new ShopperModel(account, tabs, Infinity);
    for (const browser of model.browsers) {
      if (hasAccount) model.openSession(browser, performance.now());
      await browser.person.page.goto("/us");
      this.#browsers.add(browser);
    }
    this.#shoppers[index] = model;
  }

  async #runStep(step: PlannedStep): Promise<void> {
    if (this.#stepLog.hasFailed) return;
    const shopper = requireAt(this.#shoppers, step.shopper);
    const browser = requireAt(shopper.browsers, step.browser);
    const action = chooseAction(step, { shopper, browser }, this.#items);
    const work = async () => {
      const { products } = this.#context;
      const before = (shopper.account ?? browser).identity;
      const identity = identityAfter(before, action, step.number);
      // The first order saves an address.
      const hasAddress = browser.isSignedIn && (shopper.account?.orders.size ?? 0) > 0;
      const context = { products, nextIdentity: identity, hasAddress };
      const orderId = await performAction(browser.person.with(before), action, context);
      applyAction({ shopper, browser }, action, { items: this.#items, identity, orderId });
      await expectHeader(shopper, browser);
      for (const each of shopper.browsers) await expectShopperState(shopper, each);
    };
    await this.#stepLog.record(this.#plan, { ...step, action }, () =>
      this.#keepAlive.pauseWhile(browser, work),
    );
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

/** Works on the items one after the other in each worker. All of a shopper's items are one worker's. */
async function runInWorkers<Item extends { shopper: number }>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const workers = Array.from({ length: WORKERS }, async (_, worker) => {
    for (const item of items) if (item.shopper % WORKERS === worker) await work(item);
  });
  await Promise.all(workers);
}
