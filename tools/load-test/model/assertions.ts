import type { Observation } from "../http/parse-page";
import type { FaultKind } from "../stats";
import { describeLines, type ExpectedCart } from "./expected-cart";
import type { ExpectedIdentity, RequestTiming } from "./session-model";

type Customer = { names: ReadonlySet<string>; cart: ExpectedCart; orders: ReadonlySet<string> };

/** `account` is the shopper's, `guest` the browser without it. */
export type Expected = {
  identity: ExpectedIdentity;
  account: Customer | null;
  guest: { cart: ExpectedCart };
  timing: RequestTiming;
};

export type Finding = { kind: FaultKind; what: string };

/** Everything about a response that is wrong. */
export function findFaults(observation: Observation, expected: Expected): Finding[] {
  return [
    ...checkIdentity(observation, expected),
    ...checkLines(observation, expected),
    ...checkOrders(observation, expected),
  ];
}

function checkIdentity(
  { customer, endReason, isAccountPage }: Observation,
  { identity, account }: Expected,
): Finding[] {
  if (customer === undefined) {
    const isOpen = isAccountPage && identity === "guest";
    return isOpen ? [{ kind: "revoked", what: "opens a page of the account" }] : [];
  }
  if (customer === null) {
    const reason = endReason ? ` (${endReason})` : "";
    return identity === "customer" ? [{ kind: "sign-out", what: `shows a guest${reason}` }] : [];
  }
  if (!account?.names.has(customer)) return [{ kind: "canary", what: `shows ${customer} as signed in` }];
  return identity === "guest" ? [{ kind: "revoked", what: `lets ${customer} in` }] : [];
}

/** Whether the cart of a response is the account's: by the customer that it shows, else by the expected identity. */
export function isAccountCart({ customer }: Observation, identity: ExpectedIdentity): boolean {
  return customer === undefined ? identity === "customer" : customer !== null;
}

function checkLines(observation: Observation, { identity, account, guest, timing }: Expected): Finding[] {
  const { customer, lines } = observation;
  if (!lines || (customer === undefined && identity === "either")) return [];
  const cart = isAccountCart(observation, identity) ? account?.cart : guest.cart;
  if (!cart?.isKnownFor(timing)) return [];
  const [expected, shown] = [describeLines(cart.lines), describeLines(lines)];
  return expected === shown ? [] : [{ kind: "cart", what: `shows ${shown} in the cart of ${expected}` }];
}

function checkOrders({ orders = [] }: Observation, { account }: Expected): Finding[] {
  return orders
    .filter((order) => !account?.orders.has(order))
    .map((order) => ({ kind: "order", what: `lists ${order}, which is not this shopper's` }));
}
