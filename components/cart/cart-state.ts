import type { Cart, LineItem, Shopper } from "@/lib/cart/cart";

/** What a product page knows of a line before the server has made it. */
export type NewLine = Omit<LineItem, "id" | "total">;

/** One thing the shopper asked for that the server has not answered yet. */
export type Operation = { id: number } & (
  | { kind: "add"; country: string; line: NewLine; form: FormData }
  | { kind: "change"; lineId: string; quantity: number }
  | { kind: "remove"; lineId: string }
);

/**
 * The last cart the server confirmed and the operations under way on top of it. What is shown is always the one
 * with the others applied, so that rolling back is dropping an operation, and an answer never undoes a later click.
 */
export type CartState = {
  isLoading: boolean;
  isKnown: boolean;
  /** Undefined until the browser has been told. */
  customer: Shopper["customer"] | undefined;
  ended: Shopper["ended"];
  confirmed: Cart | null;
  pending: readonly Operation[];
};

export type CartEvent =
  | { type: "asked" }
  | { type: "unanswered" }
  | { type: "loaded"; shopper: Shopper; isOvertaken: boolean }
  | { type: "seeded"; cart: Cart | null }
  | { type: "queued"; operation: Operation }
  | { type: "settled"; id: number; cart?: Cart };

export const INITIAL_STATE: CartState = {
  isLoading: false,
  isKnown: false,
  customer: undefined,
  ended: undefined,
  confirmed: null,
  pending: [],
};

/** The state after an event; pure, so that every order of clicks and answers can be tested. */
export function reduceCart(state: CartState, event: CartEvent): CartState {
  switch (event.type) {
    case "asked":
      return { ...state, isLoading: true };
    case "unanswered":
      return { ...state, isLoading: false };
    case "loaded": {
      const { customer, cart, ended } = event.shopper;
      // An answer to a later click is newer than this one, which was on its way before it.
      const confirmed = event.isOvertaken ? state.confirmed : cart;
      return { ...state, isLoading: false, isKnown: true, customer, ended, confirmed };
    }
    case "seeded":
      return { ...state, isKnown: true, confirmed: event.cart };
    case "queued":
      return { ...state, pending: [...state.pending, event.operation] };
    case "settled":
      return {
        ...state,
        isKnown: state.isKnown || Boolean(event.cart),
        confirmed: event.cart ?? state.confirmed,
        pending: state.pending.filter((operation) => operation.id !== event.id),
      };
  }
}

/** The cart as it will be once everything under way has gone through. */
export function getShownCart({ confirmed, pending }: CartState): Cart | null {
  return pending.reduce(applyOperation, confirmed);
}

/** The id a line goes by between the click that adds it and the answer that names it. */
export function getProvisionalId(variantId: string): string {
  return `new:${variantId}`;
}

/** The line that `lineId` means; it may still be the provisional id that was on the page at the click. */
export function findLine(cart: Cart | null, lineId: string): LineItem | undefined {
  return cart?.lines.find((line) => isLine(line, lineId));
}

function isLine(line: LineItem, lineId: string): boolean {
  return line.id === lineId || getProvisionalId(line.variantId) === lineId;
}

function applyOperation(cart: Cart | null, operation: Operation): Cart | null {
  if (operation.kind === "add") {
    const base = cart ?? getEmptyCart(operation.country, operation.line.unitPrice.currency);
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

/** Totals stay as last confirmed: the server alone computes money, and the page greys them while it does. */
function withLines(cart: Cart, lines: LineItem[]): Cart {
  return { ...cart, lines, count: lines.reduce((sum, line) => sum + line.quantity, 0) };
}

function getEmptyCart(country: string, currency: string): Cart {
  const none = { amount: 0, currency };
  return {
    country,
    isCountryServed: true,
    count: 0,
    lines: [],
    totals: {
      subtotal: none,
      discount: none,
      shipping: none,
      tax: none,
      credit: none,
      total: none,
      isTaxIncluded: false,
    },
    promotions: [],
    email: "",
    shippingAddress: null,
    billingAddress: null,
    shipments: [],
    paymentProviderId: null,
    checksum: "",
  };
}
