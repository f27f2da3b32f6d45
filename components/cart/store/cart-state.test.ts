import { describe, expect, it } from "vitest";
import {
  findLine,
  getProvisionalId,
  getShownCart,
  INITIAL_STATE,
  reduceCart,
  type CartEvent,
  type CartState,
  type NewCartLine,
  type Operation,
} from "@/components/cart/store/cart-state";
import { makeCart, makeLine } from "@/components/cart/store/cart.fixture";
import type { Cart } from "@/lib/cart/cart";
import type { ShopperState } from "@/lib/customer/shopper-state";

const scarf = makeLine({ id: "cali_1", variantId: "variant_scarf", quantity: 1 });
const hat = makeLine({ id: "cali_2", variantId: "variant_hat", quantity: 2 });

const add = (id: number, line: NewCartLine): CartEvent => ({
  type: "queued",
  operation: { id, kind: "add", country: "us", line, form: new FormData() },
});
/** @param confirmations how many carts were confirmed when the fetch began */
const fetched = (fetchId: number, shopper: Partial<ShopperState>, confirmations: number): CartEvent => ({
  type: "fetched",
  fetchId,
  shopper: { customer: null, cart: null, ...shopper },
  confirmations,
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

  it("keeps what it shows when nobody answers, and says so until somebody does", () => {
    const unanswered = play([
      { type: "seeded", cart: makeCart([hat]) },
      { type: "fetching", fetchId: 1 },
      { type: "fetch-failed", fetchId: 1 },
    ]);
    expect(quantities(unanswered)).toEqual([2]);
    expect(unanswered).toMatchObject({ isLoading: false, isUnreachable: true });
    const answered = play(
      [{ type: "fetching", fetchId: 2 }, fetched(2, { cart: makeCart([hat]) }, unanswered.confirmations)],
      unanswered,
    );
    expect(answered.isUnreachable).toBe(false);
  });

  it("does not take a cart that it cannot reach for an empty one", () => {
    const failed: CartEvent = { type: "settled", id: 1, isUnreachable: true };
    const state = play([
      { type: "fetching", fetchId: 1 },
      { type: "fetch-failed", fetchId: 1 },
      add(1, scarf),
      failed,
    ]);
    expect(state).toMatchObject({ isKnown: false, isUnreachable: true });
  });

  it("shows no sum of lines that the server has not summed yet", () => {
    expect(getShownCart(play([add(1, scarf)]))?.totals).toBeNull();
    const emptied = play([{ type: "seeded", cart: makeCart([]) }, add(1, scarf), add(2, hat)]);
    expect(getShownCart(emptied)?.totals).toBeNull();
  });

  it("does not compute money: totals stay as the server last gave them", () => {
    const cart = makeCart([hat]);
    const state = play([{ type: "seeded", cart }, add(1, scarf)]);
    expect(getShownCart(state)?.totals).toEqual(cart.totals);
  });
});

describe("carts that come in another order than they were read in", () => {
  /** The hat's cart, read between two moments. */
  const at = (from: number, to: number, quantity: number): Cart =>
    makeCart([{ ...hat, quantity }], { readTime: { clock: 1, from, to } });
  const seed = (cart: Cart | null): CartEvent => ({ type: "seeded", cart });
  const known = (cart: Cart) => ({ cart, readTime: cart.readTime });

  it("leaves a page aside that was made before the cart it knows", () => {
    const state = play([seed(at(10, 20, 5)), seed(at(1, 2, 1))]);
    expect(quantities(state)).toEqual([5]);
    expect(state.needsRefetch).toBe(false);
  });

  it("takes a page over that was made after it", () => {
    expect(quantities(play([seed(at(10, 20, 5)), seed(at(21, 22, 6))]))).toEqual([6]);
  });

  it("takes the page that came with an answer over, though both are of one request", () => {
    expect(quantities(play([seed(at(10, 20, 5)), seed(at(10, 25, 6))]))).toEqual([6]);
  });

  it("has the server asked when a page and an answer overlap", () => {
    const state = play([seed(at(10, 20, 5)), seed(at(15, 25, 1))]);
    expect(quantities(state)).toEqual([5]);
    expect(state.needsRefetch).toBe(true);
  });

  it("has the server asked when the clocks of two machines are too close to tell", () => {
    const elsewhere = makeCart([hat], { readTime: { clock: 2, from: 520, to: 530 } });
    expect(play([seed(at(10, 20, 5)), seed(elsewhere)]).needsRefetch).toBe(true);
    const later = makeCart([hat], { readTime: { clock: 2, from: 1_021, to: 1_030 } });
    expect(quantities(play([seed(at(10, 20, 5)), seed(later)]))).toEqual([2]);
  });

  it("leaves the cart of an older page aside when it knows that there is none any more", () => {
    const ordered = play([seed(at(10, 20, 5)), fetched(1, { readTime: { clock: 1, from: 30, to: 31 } }, 1)]);
    expect(getShownCart(play([seed(at(10, 20, 5))], ordered))).toBeNull();
  });

  it("takes what was found while a click was under way once that is answered, if it is newer", () => {
    const before = play([
      seed(at(1, 2, 1)),
      queue({ id: 1, kind: "change", lineId: "cali_2", quantity: 3 }),
      fetched(1, known(at(20, 30, 4)), 1),
    ]);
    expect(quantities(before)).toEqual([3]);
    expect(quantities(play([{ type: "settled", id: 1, cart: at(10, 15, 3) }], before))).toEqual([4]);
    expect(quantities(play([{ type: "settled", id: 1, cart: at(40, 45, 3) }], before))).toEqual([3]);
    const overlapping = play([{ type: "settled", id: 1, cart: at(25, 45, 3) }], before);
    expect(quantities(overlapping)).toEqual([3]);
    expect(overlapping.needsRefetch).toBe(true);
  });

  it("takes the later of two looks, whichever is answered first, and still says why a session is over", () => {
    const state = play([
      { type: "fetching", fetchId: 1 },
      { type: "fetching", fetchId: 2 },
      fetched(2, known(at(20, 30, 2)), 0),
      fetched(1, { ...known(at(10, 11, 9)), ended: "expired" }, 0),
    ]);
    expect(quantities(state)).toEqual([2]);
    expect(state).toMatchObject({ isLoading: false, ended: "expired" });
    const ada = { firstName: "Ada", tag: "a" };
    expect(play([fetched(1, { customer: ada }, 0)], state).customer).toBeNull();
  });
});
