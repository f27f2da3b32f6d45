import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getShownCart } from "@/components/cart/store/cart-state";
import { CartStore, type CartResult } from "@/components/cart/store/cart-store";
import { makeCart, makeLine } from "@/components/cart/store/cart.fixture";
import type { Cart } from "@/lib/cart/cart";

const hat = makeLine({ id: "cali_2", variantId: "variant_hat", quantity: 1 });

/** What happens in a browser: a press, a form, a look at `/api/shopper`, a page from the server; or on another device. */
const EVENTS = ["add", "form", "look", "page", "elsewhere"] as const;
type Event = (typeof EVENTS)[number];

/** A shop with one line that only grows, so that a smaller quantity is always an older one. */
class Shop {
  quantity = 0;
  #clock = 0;

  constructor(readonly scheduler: fc.Scheduler) {}

  /** Every part of the way may take any time: there, in the server before and after the change, and back. */
  async callAction(change: number): Promise<Cart> {
    await this.#pause();
    const from = (this.#clock += 1);
    await this.#pause();
    this.quantity += change;
    const seen = this.quantity;
    await this.#pause();
    const to = (this.#clock += 1);
    await this.#pause();
    const lines = seen > 0 ? [{ ...hat, quantity: seen }] : [];
    return makeCart(lines, { readTime: { clock: 1, from, to } });
  }

  #pause(): Promise<void> {
    return this.scheduler.schedule(Promise.resolve());
  }
}

function openTab(shop: Shop): CartStore {
  const change = async (): Promise<CartResult> => ({ ok: true, cart: await shop.callAction(1) });
  const never = () => Promise.reject(new Error("not in this test"));
  const actions = {
    addToCart: change,
    applyPromotion: change,
    changeQuantity: never,
    removeLineItem: never,
    removePromotion: never,
  };
  const fetchShopperState = async () => {
    const cart = await shop.callAction(0);
    return { customer: null, cart, readTime: cart.readTime };
  };
  return new CartStore({ actions, fetchShopperState, noteNewBuild: () => false, onNotice: () => undefined });
}

/** As `useLiveCart` does: a page is offered when nothing is under way, and asked for anew when it is refused. */
async function showPage(shop: Shop, store: CartStore): Promise<void> {
  const cart = await shop.callAction(0);
  await store.whenSettled();
  if (store.seed(cart) === "stale") await showPage(shop, store);
}

function start(event: Event, shop: Shop, store: CartStore): void {
  if (event === "add") void store.request({ kind: "add", country: "us", line: hat, form: new FormData() });
  if (event === "form") void store.enqueue(async () => ({ ok: true, cart: await shop.callAction(1) }));
  if (event === "look") void store.load();
  if (event === "page") void showPage(shop, store);
  if (event === "elsewhere") shop.quantity += 1;
}

const countConfirmed = (store: CartStore) => store.getState().confirmed?.count ?? 0;

/** Plays the events at any moment, with answers in any order. */
async function play(events: readonly Event[], scheduler: fc.Scheduler) {
  const shop = new Shop(scheduler);
  const store = openTab(shop);
  let pressed = 0;
  const confirmed: number[] = [];
  const countedTwice: number[] = [];
  store.subscribe(() => {
    confirmed.push(countConfirmed(store));
    const shown = getShownCart(store.getState())?.count ?? 0;
    if (shown > pressed) countedTwice.push(shown);
  });
  scheduler.scheduleSequence(
    events.map((event) => async () => {
      if (event !== "look" && event !== "page") pressed += 1;
      start(event, shop, store);
    }),
  );
  await scheduler.waitIdle();
  return { shop, store, confirmed, countedTwice };
}

/** An older cart never replaces a newer one, nothing counts twice on the way, and all of it is there in the end. */
async function isTrue(events: readonly Event[], scheduler: fc.Scheduler): Promise<boolean> {
  const { shop, store, confirmed, countedTwice } = await play(events, scheduler);
  const isRising = confirmed.every((count, index) => count >= (confirmed[index - 1] ?? 0));
  const { pending, deferred, needsRefetch } = store.getState();
  const isAtRest = pending.length === 0 && !deferred && !needsRefetch;
  // What another device does may go unnoticed until the next look.
  const isComplete = events.includes("elsewhere") || countConfirmed(store) === shop.quantity;
  return isRising && countedTwice.length === 0 && isAtRest && isComplete;
}

/** @returns the events and answers, in the order in which they make the cart untrue; null if none do */
async function findUntruth(events: fc.Arbitrary<readonly Event[]>, numRuns: number) {
  const property = fc.asyncProperty(events, fc.scheduler(), isTrue);
  return (await fc.check(property, { numRuns })).counterexample;
}

describe("whatever is pressed, and in whatever order it is answered, the cart is true", () => {
  it.each(listTriples())("%s, %s, %s", async (...events) => {
    expect(await findUntruth(fc.constant(events), 10)).toBeNull();
  });

  it("any seven", async () => {
    const any = fc.array(fc.constantFrom(...EVENTS), { minLength: 4, maxLength: 7 });
    expect(await findUntruth(any, 300)).toBeNull();
  });
});

function listTriples(): [Event, Event, Event][] {
  return EVENTS.flatMap((one) =>
    EVENTS.flatMap((two) => EVENTS.map((three): [Event, Event, Event] => [one, two, three])),
  );
}
