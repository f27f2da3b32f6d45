import fc from "fast-check";
import { expect, test } from "vitest";
import { newIdentity } from "../../support/identity";
import { describeLines } from "../cart";
import { AccountModel, BrowserModel, ShopperModel } from "../shopper";
import { applyAction, chooseAction, identityAfter, requireAt, type Action } from "./action";
import { createPlan, type Plan, PRODUCT_COUNT } from "./plan";

const RUNS = { numRuns: 20 };
const anyPlan = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map(createPlan);
const ITEMS = Array.from({ length: PRODUCT_COUNT }, (_, index) => `product ${index}`);

function createShopper({ hasAccount, browsers }: Plan["shoppers"][number]): ShopperModel {
  const identity = newIdentity(hasAccount ? "shopper" : "guest");
  const account = hasAccount ? new AccountModel(identity) : null;
  const all = Array.from({ length: browsers }, () => new BrowserModel(identity));
  const shopper = new ShopperModel(account, all, Infinity);
  if (account) for (const browser of all) shopper.openSession(browser, 0);
  return shopper;
}

/** What a browser must show at this moment. */
function viewOf(shopper: ShopperModel, browser: BrowserModel) {
  const { cart, identity } = shopper.ownerOf(browser);
  const now = performance.now();
  const expected = shopper.expected(browser, { sentAt: now, answeredAt: now });
  const name = expected.identity === "customer" ? identity.firstName : null;
  return { name, lines: describeLines(cart.lines), orders: shopper.placedOrders.length };
}

let orders = 0;

type Choice = Pick<Action, "kind"> & Partial<Action>;

function act(shopper: ShopperModel, browser: BrowserModel, choice: Choice): void {
  const action = { page: 0, product: 0, quantity: 0, ...choice };
  const identity = identityAfter((shopper.account ?? browser).identity, action, 7);
  orders += 1;
  applyAction({ shopper, browser }, action, { items: ITEMS, identity, orderId: `order_${orders}` });
}

/** Performs a plan, and lists what its actions have changed. */
function perform({ shoppers, steps }: Plan) {
  const models = shoppers.map(createShopper);
  return steps.map((step) => {
    const shopper = requireAt(models, step.shopper);
    const browser = requireAt(shopper.browsers, step.browser);
    const action = chooseAction(step, { shopper, browser }, ITEMS);
    const before = viewOf(shopper, browser);
    act(shopper, browser, action);
    return { step, action, before, after: viewOf(shopper, browser) };
  });
}

test("A plan has at least 200 steps at 20 browsers, and everything that can be done is done in it", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const performed = perform(plan);
      const browsers = performed.map(({ step: { shopper, browser } }) => `${shopper}/${browser}`);
      expect(new Set(browsers).size).toBeGreaterThanOrEqual(20);
      expect(performed.length).toBeGreaterThanOrEqual(200);
      expect(new Set(performed.map(({ action }) => action.kind)).size).toBe(8);
    }),
    RUNS,
  );
});

test("The same seed gives the same actions, and another one others", () => {
  const actions = (plan: Plan) => JSON.stringify(perform(plan).map(({ step, action }) => ({ step, action })));
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(actions(createPlan(plan.seed))).toBe(actions(plan));
      expect(actions(createPlan(plan.seed + 1))).not.toBe(actions(plan));
    }),
    RUNS,
  );
});

test("Checking out makes one order of what is in the cart, and nothing else makes or loses one", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const performed = perform(plan);
      const bought = performed.filter(({ action }) => action.kind === "check out");
      const rest = performed.filter(({ action }) => action.kind !== "check out");
      for (const { before, after } of bought) {
        expect(before.lines).not.toBe("nothing");
        expect(after).toMatchObject({ lines: "nothing", orders: before.orders + 1 });
      }
      for (const { before, after } of rest) expect(after.orders).toBe(before.orders);
    }),
    RUNS,
  );
});

/** Two browsers of one account, both signed in. */
function createPair() {
  const shopper = createShopper({ hasAccount: true, browsers: 2 });
  const [one, other] = [requireAt(shopper.browsers, 0), requireAt(shopper.browsers, 1)];
  const linesOf = (browser: BrowserModel) => viewOf(shopper, browser).lines;
  return { shopper, one, other, linesOf };
}

test("Signing in joins both carts, for every device; signing out leaves the account its cart", () => {
  const { shopper, one, other, linesOf } = createPair();
  act(shopper, one, { kind: "add", product: 1 });
  act(shopper, one, { kind: "sign out" });
  expect(viewOf(shopper, one)).toMatchObject({ name: null, lines: "nothing" });
  expect(linesOf(other)).toBe("1 × product 1");
  for (const product of [1, 2]) act(shopper, one, { kind: "add", product });
  expect(linesOf(other)).toBe("1 × product 1");
  act(shopper, one, { kind: "sign in" });
  expect([one, other].map(linesOf)).toEqual(Array(2).fill("1 × product 2, 2 × product 1"));
});

test("A new password signs the other device out, and a new name is shown on both", () => {
  const { shopper, one, other } = createPair();
  act(shopper, one, { kind: "rename" });
  const firstName = shopper.account?.identity.firstName;
  expect(firstName).toMatch(/^Ida7-/u);
  expect([one, other].map((browser) => viewOf(shopper, browser).name)).toEqual([firstName, firstName]);
  act(shopper, one, { kind: "change password" });
  expect([one, other].map((browser) => viewOf(shopper, browser).name)).toEqual([firstName, null]);
});

test("An order is the account's for who is signed in, and a guest's for who is not", () => {
  const { shopper, one } = createPair();
  for (const kind of ["check out", "sign out", "check out"] as const) {
    if (kind === "check out") act(shopper, one, { kind: "add", product: 3 });
    act(shopper, one, { kind });
  }
  expect(shopper.placedOrders.map(({ isCustomers, lines }) => [isCustomers, lines])).toEqual([
    [true, "1 × product 3"],
    [false, "1 × product 3"],
  ]);
  expect(shopper.account?.orders.size).toBe(1);
});

test("A quantity of none takes the line away", () => {
  const { shopper, one, linesOf } = createPair();
  act(shopper, one, { kind: "add", product: 3 });
  act(shopper, one, { kind: "change", product: 3, quantity: 0 });
  expect(linesOf(one)).toBe("nothing");
});
