import { compareReadTimes } from "@/components/cart/store/compare-read-times";
import type { Cart, LineItem, ReadTime, Totals } from "@/lib/cart/cart";
import type { ShopperState } from "@/lib/customer/shopper-state";

/** A line as a product page knows it, before the server has created it. */
export type NewCartLine = Omit<LineItem, "id" | "total">;

/** A pending request to the server. A "form" has no optimistic effect. */
export type Operation = { id: number } & (
  | { kind: "add"; country: string; line: NewCartLine; form: FormData }
  | { kind: "change"; lineId: string; quantity: number }
  | { kind: "remove"; lineId: string }
  | { kind: "form" }
);

/** A cart with pending operations applied. Totals are null until the server has computed them. */
export type ShownCart = Omit<Cart, "totals" | "readTime"> & { totals: Totals | null };

/** A cart and when it was read; nulls if there is none, or the browser had nothing to fetch. */
type ReadCart = { cart: Cart | null; readTime: ReadTime | null };

/**
 * The last confirmed cart and the pending operations. The page shows the one with the others applied, so an operation is
 * rolled back by dropping it, and a response never undoes a later click.
 */
export type CartState = {
  isLoading: boolean;
  /** Whether the last fetch failed. */
  isUnreachable: boolean;
  isKnown: boolean;
  /** Undefined until the first fetch. */
  customer: ShopperState["customer"] | undefined;
  ended: ShopperState["ended"];
  confirmed: Cart | null;
  /** When the confirmed cart was read. */
  readTime: ReadTime | null;
  /** How often a cart was confirmed. A fetch that began after the last confirmation is newer than it. */
  confirmations: number;
  pending: readonly Operation[];
  /** A cart fetched while operations were pending, which it may or may not include; compared when they are done. */
  deferred: ReadCart | null;
  /** Two read times overlap, or a cart was ignored: fetch again. */
  needsRefetch: boolean;
  /** The ids of the last started fetch, and of the latest one with a response. */
  lastFetch: number;
  lastAnsweredFetch: number;
};

export type CartEvent =
  | { type: "fetching"; fetchId: number }
  | { type: "fetch-failed"; fetchId: number }
  | { type: "fetched"; fetchId: number; shopper: ShopperState; confirmations: number }
  | { type: "seeded"; cart: Cart | null }
  | { type: "queued"; operation: Operation }
  | { type: "settled"; id: number; cart?: Cart; isUnreachable?: boolean };

export const INITIAL_STATE: CartState = {
  isLoading: false,
  isUnreachable: false,
  isKnown: false,
  customer: undefined,
  ended: undefined,
  confirmed: null,
  readTime: null,
  confirmations: 0,
  pending: [],
  deferred: null,
  needsRefetch: false,
  lastFetch: 0,
  lastAnsweredFetch: 0,
};

/** The state after an event. Pure, so that every order of clicks and responses can be tested. */
export function reduceCart(state: CartState, event: CartEvent): CartState {
  switch (event.type) {
    case "fetching":
      return { ...state, isLoading: true, needsRefetch: false, lastFetch: event.fetchId };
    case "fetch-failed":
      return event.fetchId === state.lastFetch ? { ...state, isLoading: false, isUnreachable: true } : state;
    case "fetched":
      return applyFetch(state, event);
    case "seeded":
      return applyPage(state, event.cart);
    case "queued":
      return { ...state, pending: [...state.pending, event.operation] };
    case "settled":
      return applyResult(state, event);
  }
}

/** Applies a fetch. From one that a later fetch has overtaken only `ended` is used, which the server returns once. */
function applyFetch(
  state: CartState,
  { fetchId, shopper, confirmations }: CartEvent & { type: "fetched" },
): CartState {
  const { customer, ended, cart, readTime = null } = shopper;
  if (fetchId < state.lastAnsweredFetch) {
    const isStillTrue = ended && state.customer === null;
    return isStillTrue ? { ...state, ended } : state;
  }
  const isLoading = fetchId !== state.lastFetch;
  const next = { ...state, isLoading, isUnreachable: false, lastAnsweredFetch: fetchId, customer, ended };
  const found = { cart, readTime };
  if (state.pending.length > 0) return { ...next, deferred: found };
  // Nothing has been confirmed since the fetch began.
  if (confirmations === state.confirmations) return confirm(next, found);
  return confirmIfNewer(next, found);
}

/** Applies the cart of a page; not while operations are pending, which the page may or may not include. */
function applyPage(state: CartState, cart: Cart | null): CartState {
  if (state.pending.length > 0) return { ...state, needsRefetch: true };
  if (!state.isKnown) return confirm(state, { cart, readTime: cart?.readTime ?? null });
  // A page without a cart has no read time.
  if (!cart) return state.confirmed?.count ? { ...state, needsRefetch: true } : state;
  const found = { cart, readTime: cart.readTime };
  // Nothing was fetched: this browser had no cart.
  return state.readTime ? confirmIfNewer(state, found) : confirm(state, found);
}

/** Applies the result of an operation. It is newer than all before, as operations are sent one at a time. */
function applyResult(
  state: CartState,
  { id, cart, isUnreachable }: CartEvent & { type: "settled" },
): CartState {
  const pending = state.pending.filter((operation) => operation.id !== id);
  const settled = { ...state, pending, isUnreachable: isUnreachable ?? state.isUnreachable };
  const next = cart ? confirm(settled, { cart, readTime: cart.readTime }) : settled;
  if (pending.length > 0 || !next.deferred) return next;
  return confirmIfNewer({ ...next, deferred: null }, next.deferred);
}

function confirm(state: CartState, { cart, readTime }: ReadCart): CartState {
  const confirmations = state.confirmations + 1;
  return { ...state, isKnown: true, isUnreachable: false, confirmed: cart, readTime, confirmations };
}

/** Confirms a newer cart, ignores an older one, and fetches again if the order is not known. */
function confirmIfNewer(state: CartState, found: ReadCart): CartState {
  if (!state.isKnown) return confirm(state, found);
  const readOrder =
    found.readTime && state.readTime ? compareReadTimes(found.readTime, state.readTime) : "unknown";
  if (readOrder === "newer") return confirm(state, found);
  const needsRefetch = readOrder === "unknown" && !isSameContent(found.cart, state.confirmed);
  return needsRefetch ? { ...state, needsRefetch } : state;
}

/** Whether two carts are equal but for their read times. */
export function isSameContent(one: Cart | null, other: Cart | null): boolean {
  const serialize = (cart: Cart | null) => JSON.stringify(cart && { ...cart, readTime: undefined });
  return serialize(one) === serialize(other);
}

/** The confirmed cart with the pending operations applied. */
export function getShownCart({ confirmed, pending }: CartState): ShownCart | null {
  return pending.reduce<ShownCart | null>(applyOperation, confirmed);
}

/** The id of a line between the click that adds it and the server's response. */
export function getProvisionalId(variantId: string): string {
  return `new:${variantId}`;
}

/** The line with an id, which may be provisional. */
export function findLine(cart: ShownCart | null, lineId: string): LineItem | undefined {
  return cart?.lines.find((line) => isLine(line, lineId));
}

function isLine(line: LineItem, lineId: string): boolean {
  return line.id === lineId || getProvisionalId(line.variantId) === lineId;
}

function applyOperation(cart: ShownCart | null, operation: Operation): ShownCart | null {
  if (operation.kind === "form") return cart;
  if (operation.kind === "add") {
    const base = cart ?? getEmptyCart(operation.country);
    return withLines(base, addLine(base.lines, operation.line));
  }
  if (!cart) return cart;
  const quantity = operation.kind === "remove" ? 0 : operation.quantity;
  return withLines(cart, setQuantity(cart.lines, operation.lineId, quantity));
}

function addLine(lines: LineItem[], added: NewCartLine): LineItem[] {
  if (!lines.some((line) => line.variantId === added.variantId))
    return [...lines, { ...added, id: getProvisionalId(added.variantId), total: added.unitPrice }];
  return lines.map((line) =>
    line.variantId === added.variantId ? { ...line, quantity: line.quantity + added.quantity } : line,
  );
}

function setQuantity(lines: LineItem[], lineId: string, quantity: number): LineItem[] {
  if (quantity === 0) return lines.filter((line) => !isLine(line, lineId));
  return lines.map((line) => (isLine(line, lineId) ? { ...line, quantity } : line));
}

/**
 * Keeps the confirmed totals, as only the server computes money; the page greys them meanwhile. The totals of an empty
 * cart are dropped.
 */
function withLines(cart: ShownCart, lines: LineItem[]): ShownCart {
  const totals = cart.lines.length > 0 ? cart.totals : null;
  return { ...cart, lines, totals, count: lines.reduce((sum, line) => sum + line.quantity, 0) };
}

function getEmptyCart(country: string): ShownCart {
  return {
    country,
    isCountryServed: true,
    count: 0,
    lines: [],
    totals: null,
    promotions: [],
    email: "",
    shippingAddress: null,
    billingAddress: null,
    shipments: [],
    paymentProviderId: null,
    checksum: "",
  };
}
