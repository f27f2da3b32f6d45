import { describeLines, linesOf, type CartLines, type CartModel } from "./cart";
import type { ExpectedIdentity, RequestTiming } from "./session";

/** What a response says; undefined: it does not say. */
export type Observation = {
  /** The first name or e-mail address of the customer who is signed in; null for a guest. */
  customer?: string | null;
  isAccountPage?: boolean;
  lines?: CartLines;
  /** The ids of the orders that are listed. */
  orders?: string[];
  /** Why a session is over. */
  endReason?: string;
  /** The page only says that the shop is out of order. */
  isOutage?: boolean;
};

type Customer = { names: ReadonlySet<string>; cart: CartModel; orders: ReadonlySet<string> };

/** `account` is the shopper's, `guest` the browser without it. */
export type Expected = {
  identity: ExpectedIdentity;
  account: Customer | null;
  guest: { cart: CartModel };
  timing: RequestTiming;
};

/** "canary": data of another person; "revoked": a session that has ended lets somebody in. */
export type FaultKind = "canary" | "cart" | "order" | "sign-out" | "revoked";

export type Finding = { kind: FaultKind; what: string };

type ShopperState = {
  customer: { firstName: string } | null;
  cart: { lines: { handle: string; variant: string; quantity: number }[] } | null;
  ended?: string;
};

/** Parses the response of `GET /api/shopper`. */
export function parseShopperState(body: string): Observation {
  const { customer, cart, ended } = JSON.parse(body) as ShopperState;
  const lines = linesOf(cart?.lines ?? []);
  return { customer: customer?.firstName ?? null, lines, ...(ended ? { endReason: ended } : {}) };
}

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
