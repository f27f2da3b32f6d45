import { describe, expect, it, vi } from "vitest";
import { getProvisionalId, getShownCart } from "@/components/cart/store/cart-state";
import { CartStore, type CartAction, type CartResult } from "@/components/cart/store/cart-store";
import { makeCart, makeLine } from "@/components/cart/store/cart.fixture";
import type { ShopperState } from "@/lib/customer/shopper-state";

const hat = makeLine({ id: "cali_2", variantId: "variant_hat", quantity: 2 });

/** An action whose answers the test gives, in the order of the calls, when it wants to. */
function makeAction() {
  const calls: { form: FormData; result: (result: CartResult) => void; fail: () => void }[] = [];
  const action: CartAction = (_state, form) =>
    new Promise((resolve, reject) => {
      calls.push({ form, result: resolve, fail: () => reject(new TypeError("fetch failed")) });
    });
  return { action, calls };
}

function makeStore(fetchShopperState: () => Promise<ShopperState | null> = () => Promise.resolve(null)) {
  const { action, calls } = makeAction();
  const actions = {
    addToCart: action,
    changeQuantity: action,
    removeLineItem: action,
    applyPromotion: action,
    removePromotion: action,
  };
  const store = new CartStore({
    actions,
    fetchShopperState,
    noteNewBuild: () => false,
    onNotice: () => undefined,
  });
  return { store, calls };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const count = (store: CartStore) => getShownCart(store.getState())?.count;

describe("the cart store", () => {
  it("sends one operation at a time, in the order of the clicks", async () => {
    const { store, calls } = makeStore();
    void store.request({ kind: "add", country: "us", line: makeLine(), form: new FormData() });
    void store.request({ kind: "add", country: "us", line: hat, form: new FormData() });
    expect(count(store)).toBe(3);
    await settled();
    expect(calls).toHaveLength(1);
    calls[0]?.result({ ok: true, cart: makeCart([makeLine()]) });
    await settled();
    expect(calls).toHaveLength(2);
    expect(count(store)).toBe(3);
  });

  it("sends only the last of several fast changes of one line", async () => {
    const { store, calls } = makeStore();
    store.seed(makeCart([hat]));
    const answers = [3, 4, 5].map((quantity) => store.request({ kind: "change", lineId: hat.id, quantity }));
    await settled();
    calls[0]?.result({ ok: true, cart: makeCart([{ ...hat, quantity: 3 }]) });
    await settled();
    expect(calls.map(({ form }) => form.get("quantity"))).toEqual(["3", "5"]);
    calls[1]?.result({ ok: true, cart: makeCart([{ ...hat, quantity: 5 }]) });
    expect(await answers[1]).toBeNull();
    await answers[2];
    expect(store.getState().confirmed?.lines[0]?.quantity).toBe(5);
  });

  it("changes a line that was added a moment ago by the id the server gave it", async () => {
    const { store, calls } = makeStore();
    void store.request({ kind: "add", country: "us", line: makeLine(), form: new FormData() });
    void store.request({ kind: "remove", lineId: getProvisionalId("variant_1") });
    expect(count(store)).toBe(0);
    await settled();
    calls[0]?.result({ ok: true, cart: makeCart([makeLine({ id: "cali_named" })]) });
    await settled();
    expect(calls[1]?.form.get("lineId")).toBe("cali_named");
  });

  it("rolls back and tells when the connection is lost", async () => {
    const { store, calls } = makeStore();
    store.seed(makeCart([hat]));
    const result = store.request({ kind: "remove", lineId: hat.id });
    expect(count(store)).toBe(0);
    await settled();
    calls[0]?.fail();
    expect(await result).toEqual({ ok: false, code: "unavailable" });
    expect(count(store)).toBe(2);
  });

  it("does not let a slow first load undo what was added meanwhile", async () => {
    let answerLoad: (shopper: ShopperState) => void = () => {};
    const { store, calls } = makeStore(() => new Promise((resolve) => (answerLoad = resolve)));
    const load = store.load();
    const added = store.request({ kind: "add", country: "us", line: hat, form: new FormData() });
    await settled();
    calls[0]?.result({ ok: true, cart: makeCart([hat]) });
    await added;
    answerLoad({ customer: null, cart: null });
    await load;
    expect(count(store)).toBe(2);
  });

  it("takes a page's cart over once, not again when the router brings the old page back", () => {
    const { store } = makeStore();
    const old = makeCart([], { readTime: { clock: 1, from: 1, to: 2 } });
    expect(store.seed(old)).toBe("taken");
    expect(store.seed(old)).toBe("taken");
    expect(store.seed(makeCart([hat], { readTime: { clock: 1, from: 3, to: 4 } }))).toBe("taken");
    expect(store.seed(old)).toBe("stale");
    expect(count(store)).toBe(2);
  });

  it("does not ask anew for a page that has the same cart as a later fetch", async () => {
    const readTime = { clock: 1, from: 5, to: 6 };
    const fetchShopperState = vi.fn(async () => ({ customer: null, cart: makeCart([hat], { readTime }) }));
    const { store } = makeStore(fetchShopperState);
    await store.load();
    expect(store.seed(makeCart([hat], { readTime: { clock: 1, from: 3, to: 4 } }))).toBe("taken");
    expect(store.seed(makeCart([hat], { readTime: { clock: 1, from: 4, to: 5 } }))).toBe("taken");
    await settled();
    expect(fetchShopperState).toHaveBeenCalledOnce();
    expect(store.seed(makeCart([], { readTime: { clock: 1, from: 3, to: 4 } }))).toBe("stale");
  });

  it("does not ask for pages without end when the clock of a server is wrong", () => {
    const { store } = makeStore();
    store.seed(makeCart([hat], { readTime: { clock: 1, from: 90_000, to: 90_001 } }));
    const answers = [1, 2, 3, 4].map((from) =>
      store.seed(makeCart([], { readTime: { clock: 2, from, to: from } })),
    );
    expect(answers).toEqual(["stale", "stale", "stale", "taken"]);
    expect(count(store)).toBe(2);
  });

  it("sends a form after what was pressed before it, and takes over the cart it answers with", async () => {
    const { store, calls } = makeStore();
    const work = vi.fn(async () => ({ ok: true, cart: makeCart([hat]) }));
    void store.request({ kind: "add", country: "us", line: makeLine(), form: new FormData() });
    const result = store.enqueue(work);
    await settled();
    expect(work).not.toHaveBeenCalled();
    calls[0]?.result({ ok: true, cart: makeCart([makeLine()]) });
    await result;
    expect(work).toHaveBeenCalledOnce();
    expect(count(store)).toBe(2);
  });

  it("goes on after a form that throws", async () => {
    const { store, calls } = makeStore();
    const form = store.enqueue(() => Promise.reject(new Error("lost")));
    void store.request({ kind: "add", country: "us", line: makeLine(), form: new FormData() });
    await expect(form).rejects.toThrow("lost");
    await settled();
    expect(calls).toHaveLength(1);
  });

  it("says whether all that was under way is done", async () => {
    const { store, calls } = makeStore();
    expect(await store.whenSettled()).toEqual({ cart: null, isDone: true });
    void store.request({ kind: "add", country: "us", line: makeLine(), form: new FormData() });
    const first = store.whenSettled();
    await settled();
    calls[0]?.result({ ok: true, cart: makeCart([makeLine()]) });
    expect(await first).toMatchObject({ cart: { count: 1 }, isDone: true });
    void store.request({ kind: "remove", lineId: "cali_1" });
    const second = store.whenSettled();
    await settled();
    calls[1]?.result({ ok: false, code: "invalid" });
    expect(await second).toMatchObject({ cart: { count: 1 }, isDone: false });
  });

  it("asks again rather than believe an old page that knew of no cart", async () => {
    const fetchShopperState = vi.fn(() => Promise.resolve({ customer: null, cart: makeCart([hat]) }));
    const { store } = makeStore(fetchShopperState);
    store.seed(makeCart([hat]));
    expect(store.seed(null)).toBe("stale");
    await settled();
    expect(fetchShopperState).toHaveBeenCalledOnce();
    expect(count(store)).toBe(2);
  });
});
