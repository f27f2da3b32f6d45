import { compareReadings } from "@/components/cart/reading";
import type { Cart, LineItem, Reading, Shopper, Totals } from "@/lib/cart/cart";

/** What a product page knows of a line before the server has made it. */
export type NewLine = Omit<LineItem, "id" | "total">;

/** Something sent to the server that it has not answered yet. A form shows nothing before its answer. */
export type Operation = { id: number } & (
  | { kind: "add"; country: string; line: NewLine; form: FormData }
  | { kind: "change"; lineId: string; quantity: number }
  | { kind: "remove"; lineId: string }
  | { kind: "form" }
);

/** A cart with operations applied that the server has not confirmed. Totals are null until it has summed these lines. */
export type ShownCart = Omit<Cart, "totals" | "reading"> & { totals: Totals | null };

/** A cart and when it was read; null where the server found none, or the browser had nothing to ask for. */
type Known = { cart: Cart | null; reading: Reading | null };

/**
 * The last cart the server confirmed and the operations under way on top of it. What is shown is always the one
 * with the others applied, so that rolling back is dropping an operation, and an answer never undoes a later click.
 */
export type CartState = {
  isLoading: boolean;
  /** Whether the last look went unanswered. */
  isUnreachable: boolean;
  isKnown: boolean;
  /** Undefined until the browser has been told. */
  customer: Shopper["customer"] | undefined;
  ended: Shopper["ended"];
  confirmed: Cart | null;
  /** When the confirmed cart was read. */
  reading: Reading | null;
  /** How often a cart was confirmed: a look that began after the last time is newer than that one. */
  confirmations: number;
  pending: readonly Operation[];
  /** Found while operations were under way, which it may or may not have seen: compared once they are answered. */
  held: Known | null;
  /** Two carts overlap, or one was left aside: the server has to be asked anew. */
  isDoubtful: boolean;
  /** Numbers of the last look that was begun, and of the latest one that was answered. */
  asked: number;
  answered: number;
};

export type CartEvent =
  | { type: "asked"; look: number }
  | { type: "unanswered"; look: number }
  | { type: "loaded"; look: number; shopper: Shopper; confirmations: number }
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
  reading: null,
  confirmations: 0,
  pending: [],
  held: null,
  isDoubtful: false,
  asked: 0,
  answered: 0,
};

/** The state after an event; pure, so that every order of clicks and answers can be tested. */
export function reduceCart(state: CartState, event: CartEvent): CartState {
  switch (event.type) {
    case "asked":
      return { ...state, isLoading: true, isDoubtful: false, asked: event.look };
    case "unanswered":
      return event.look === state.asked ? { ...state, isLoading: false, isUnreachable: true } : state;
    case "loaded":
      return takeLook(state, event);
    case "seeded":
      return takePage(state, event.cart);
    case "queued":
      return { ...state, pending: [...state.pending, event.operation] };
    case "settled":
      return takeAnswer(state, event);
  }
}

/** The answer to a look. One that a later look has overtaken only says why the session is over: that is said once. */
function takeLook(
  state: CartState,
  { look, shopper, confirmations }: CartEvent & { type: "loaded" },
): CartState {
  const { customer, ended, cart, reading = null } = shopper;
  if (look < state.answered) {
    const isStillTrue = ended && state.customer === null;
    return isStillTrue ? { ...state, ended } : state;
  }
  const isLoading = look !== state.asked;
  const next = { ...state, isLoading, isUnreachable: false, answered: look, customer, ended };
  const found = { cart, reading };
  if (state.pending.length > 0) return { ...next, held: found };
  // Nothing was confirmed since it was asked for.
  if (confirmations === state.confirmations) return confirm(next, found);
  return confirmIfNewer(next, found);
}

/** The cart that came with a page. Not while operations are under way: the page may or may not have seen them. */
function takePage(state: CartState, cart: Cart | null): CartState {
  if (state.pending.length > 0) return { ...state, isDoubtful: true };
  if (!state.isKnown) return confirm(state, { cart, reading: cart?.reading ?? null });
  // A page that knew of no cart does not say when.
  if (!cart) return state.confirmed?.count ? { ...state, isDoubtful: true } : state;
  const found = { cart, reading: cart.reading };
  // Nothing was asked for: this browser knew of no cart.
  return state.reading ? confirmIfNewer(state, found) : confirm(state, found);
}

/** An answer to an operation is newer than all before it: operations are sent one at a time. */
function takeAnswer(
  state: CartState,
  { id, cart, isUnreachable }: CartEvent & { type: "settled" },
): CartState {
  const pending = state.pending.filter((operation) => operation.id !== id);
  const answered = { ...state, pending, isUnreachable: isUnreachable ?? state.isUnreachable };
  const next = cart ? confirm(answered, { cart, reading: cart.reading }) : answered;
  if (pending.length > 0 || !next.held) return next;
  return confirmIfNewer({ ...next, held: null }, next.held);
}

function confirm(state: CartState, { cart, reading }: Known): CartState {
  const confirmations = state.confirmations + 1;
  return { ...state, isKnown: true, isUnreachable: false, confirmed: cart, reading, confirmations };
}

/** Takes a cart that is known to be newer, leaves one that is older, and has the server asked where it is not known. */
function confirmIfNewer(state: CartState, found: Known): CartState {
  if (!state.isKnown) return confirm(state, found);
  const order = found.reading && state.reading ? compareReadings(found.reading, state.reading) : "unknown";
  if (order === "newer") return confirm(state, found);
  const isDoubtful = order === "unknown" && !isSameContent(found.cart, state.confirmed);
  return isDoubtful ? { ...state, isDoubtful } : state;
}

/** Whether two readings of the cart have found the same in it. */
export function isSameContent(one: Cart | null, other: Cart | null): boolean {
  const describe = (cart: Cart | null) => JSON.stringify(cart && { ...cart, reading: undefined });
  return describe(one) === describe(other);
}

/** The cart as it will be once everything under way has gone through. */
export function getShownCart({ confirmed, pending }: CartState): ShownCart | null {
  return pending.reduce<ShownCart | null>(applyOperation, confirmed);
}

/** The id a line goes by between the click that adds it and the answer that names it. */
export function getProvisionalId(variantId: string): string {
  return `new:${variantId}`;
}

/** The line that `lineId` means; it may still be the provisional id that was on the page at the click. */
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

function addLine(lines: LineItem[], added: NewLine): LineItem[] {
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
 * Totals stay as last confirmed: the server alone computes money, and the page greys them while it does. The totals of
 * an empty cart say nothing of one with lines.
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
