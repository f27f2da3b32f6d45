import { expect, test } from "vitest";
import { newIdentity } from "../support/identity";
import { AccountModel, BrowserModel, ShopperModel, type Ending } from "./shopper";

const at = (sentAt: number) => ({ sentAt, answeredAt: sentAt + 1 });

/** Two browsers that have been signed in since the moment 0. */
function createPair() {
  const identity = newIdentity("shopper");
  const [one, other] = [new BrowserModel(identity), new BrowserModel(identity)];
  const shopper = new ShopperModel(new AccountModel(identity), [one, other], Infinity);
  for (const browser of [one, other]) shopper.openSession(browser, 0);
  const identitiesAt = (time: number) =>
    [one, other].map((browser) => shopper.expected(browser, at(time)).identity);
  return { shopper, one, other, identitiesAt };
}

test.each<[Ending, string[], string[]]>([
  ["own", ["either", "customer"], ["guest", "customer"]],
  ["others", ["customer", "either"], ["customer", "guest"]],
  ["all", ["either", "either"], ["customer", "guest"]],
])("Ending %s sessions may show on the way, and must afterwards", (ending, during, afterwards) => {
  const { shopper, one, identitiesAt } = createPair();
  expect(identitiesAt(5)).toEqual(["customer", "customer"]);
  const { confirm } = shopper.beginEnd(one, ending, 10);
  expect(identitiesAt(15)).toEqual(during);
  confirm(20);
  expect(identitiesAt(25)).toEqual(afterwards);
});

test("While a guest's cart joins the account's, nothing is known of either", () => {
  const { shopper, one, other } = createPair();
  shopper.beginEnd(one, "own", 1).confirm(2);
  one.cart.beginChange()(3, new Map([["hat", 1]]));
  const settle = shopper.beginSignIn(one);
  const isKnown = (time: number) => [one, other].map(({ cart }) => cart.isKnownFor(at(time)));
  expect([one.cart.isKnownFor(at(5)), shopper.account?.cart.isKnownFor(at(5))]).toEqual([false, false]);
  settle(6);
  expect(isKnown(7)).toEqual([true, true]);
  expect([one.cart.isEmpty, shopper.account?.cart.lines]).toEqual([true, new Map([["hat", 1]])]);
});

test("An order that is refused leaves the cart as it was", () => {
  const { shopper, one } = createPair();
  shopper.account?.cart.beginChange()(1, new Map([["hat", 1]]));
  shopper.beginOrder(one)(2);
  expect([shopper.placedOrders, shopper.account?.cart.isEmpty]).toEqual([[], false]);
  shopper.beginOrder(one)(3, "order_1");
  expect(shopper.placedOrders).toMatchObject([{ id: "order_1", isCustomers: true, lines: "1 × hat" }]);
  expect([shopper.account?.orders.has("order_1"), shopper.account?.cart.isEmpty]).toEqual([true, true]);
});
