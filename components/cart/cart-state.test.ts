import { describe, expect, it } from "vitest";
import {
  findLine,
  getProvisionalId,
  getShownCart,
  INITIAL_STATE,
  reduceCart,
  type CartEvent,
  type CartState,
  type NewLine,
  type Operation,
} from "@/components/cart/cart-state";
import { makeCart, makeLine } from "@/components/cart/cart.fixture";

const scarf = makeLine({ id: "cali_1", variantId: "variant_scarf", quantity: 1 });
const hat = makeLine({ id: "cali_2", variantId: "variant_hat", quantity: 2 });

const add = (id: number, line: NewLine): CartEvent => ({
  type: "queued",
  operation: { id, kind: "add", country: "us", line, form: new FormData() },
});
const queue = (operation: Operation): CartEvent => ({ type: "queued", operation });
const play = (events: CartEvent[], from: CartState = INITIAL_STATE) => events.reduce(reduceCart, from);
const quantities = (state: CartState) => getShownCart(state)?.lines.map((line) => line.quantity);

describe("the cart in the browser", () => {
  it("shows an added line at once, before there is a cart", () => {
    const state = play([add(1, scarf)]);
    expect(getShownCart(state)).toMatchObject({ count: 1, country: "us" });
    expect(getShownCart(state)?.lines[0]?.id).toBe(getProvisionalId("variant_scarf"));
  });

  it("counts an added variant onto the line it already has", () => {
    const state = play([{ type: "seeded", cart: makeCart([hat]) }, add(1, { ...hat, quantity: 3 })]);
    expect(quantities(state)).toEqual([5]);
  });

  it("takes the server's cart once it answers", () => {
    const state = play([add(1, scarf), { type: "settled", id: 1, cart: makeCart([scarf]) }]);
    expect(getShownCart(state)).toEqual(makeCart([scarf]));
    expect(state.pending).toEqual([]);
  });

  it("goes back to the confirmed cart when an operation fails", () => {
    const state = play([
      { type: "seeded", cart: makeCart([hat]) },
      queue({ id: 1, kind: "change", lineId: "cali_2", quantity: 9 }),
      { type: "settled", id: 1 },
    ]);
    expect(quantities(state)).toEqual([2]);
  });

  it("keeps a later click when the answer to an earlier one arrives", () => {
    const state = play([
      { type: "seeded", cart: makeCart([hat]) },
      queue({ id: 1, kind: "change", lineId: "cali_2", quantity: 3 }),
      queue({ id: 2, kind: "change", lineId: "cali_2", quantity: 4 }),
      { type: "settled", id: 1, cart: makeCart([{ ...hat, quantity: 3 }]) },
    ]);
    expect(quantities(state)).toEqual([4]);
  });

  it("rolls back one failed operation and keeps the others", () => {
    const state = play([
      { type: "seeded", cart: makeCart([hat]) },
      add(1, scarf),
      queue({ id: 2, kind: "remove", lineId: "cali_2" }),
      { type: "settled", id: 1 },
    ]);
    expect(getShownCart(state)?.lines).toEqual([]);
  });

  it("finds a line by the name it had before the server named it", () => {
    const provisional = getProvisionalId(scarf.variantId);
    const state = play([
      add(1, scarf),
      queue({ id: 2, kind: "change", lineId: provisional, quantity: 5 }),
      { type: "settled", id: 1, cart: makeCart([scarf]) },
    ]);
    expect(quantities(state)).toEqual([5]);
    expect(findLine(state.confirmed, provisional)?.id).toBe("cali_1");
  });

  it("ignores a cart that was read before a later click was answered", () => {
    const loaded = {
      shopper: { customer: { firstName: "Ada", mark: "a" }, cart: makeCart([]) },
      isOvertaken: true,
    };
    const state = play([
      { type: "seeded", cart: makeCart([hat]) },
      { type: "loaded", ...loaded },
    ]);
    expect(quantities(state)).toEqual([2]);
    expect(state.customer).toEqual({ firstName: "Ada", mark: "a" });
  });

  it("keeps what it shows when nobody answers", () => {
    const state = play([
      { type: "seeded", cart: makeCart([hat]) },
      { type: "asked" },
      { type: "unanswered" },
    ]);
    expect(quantities(state)).toEqual([2]);
    expect(state.isLoading).toBe(false);
  });

  it("does not compute money: totals stay as the server last gave them", () => {
    const cart = makeCart([hat]);
    const state = play([{ type: "seeded", cart }, add(1, scarf)]);
    expect(getShownCart(state)?.totals).toEqual(cart.totals);
  });
});
