import {
  findLine,
  INITIAL_STATE,
  reduceCart,
  type CartEvent,
  type CartState,
  type NewLine,
  type Operation,
} from "@/components/cart/cart-state";
import { createOperationQueue } from "@/components/cart/operation-queue";
import type { FormAction } from "@/components/ui/form-action";
import type { Cart, Shopper } from "@/lib/cart/cart";
import type { Result } from "@/lib/errors";

export type CartAnswer = Result<{ cart: Cart }>;
export type CartAction = FormAction<{ cart: Cart }>;

/** The server's side of the cart, given by the layout: components do not import from `app`. */
export type CartActions = Record<
  "addToCart" | "changeQuantity" | "removeLine" | "applyPromotion" | "removePromotion",
  CartAction
>;

type Services = {
  actions: CartActions;
  fetchShopper: () => Promise<Shopper | null>;
  /** Told what has become of a cart while the shopper was not looking. */
  onNotice: (text: string) => void;
};

/** An operation as it is made, before the store numbers it. */
type Request =
  | { kind: "add"; country: string; line: NewLine; form: FormData }
  | { kind: "change"; lineId: string; quantity: number }
  | { kind: "remove"; lineId: string };

const UNREACHABLE: CartAnswer = { ok: false, code: "unavailable" };

/** One browser tab's cart: the confirmed one, the operations under way, and their order. In memory only. */
export class CartStore {
  readonly #services: Services;
  readonly #listeners = new Set<() => void>();
  readonly #seeded = new WeakSet<Cart>();
  #newest: Cart | null = null;
  readonly #resolvers = new Map<number, (answer: CartAnswer | null) => void>();
  readonly #queue = createOperationQueue({
    send: (operation) => this.#send(operation),
    skip: (operation) => this.#settle(operation, null),
  });
  #state: CartState = INITIAL_STATE;
  #lastId = 0;
  #answers = 0;

  constructor(services: Services) {
    this.#services = services;
  }

  getState = (): CartState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks the server who is here and what is in the cart. An outage (null) leaves what is shown as it is. */
  async load(): Promise<Shopper | null> {
    this.#apply({ type: "asked" });
    const answers = this.#answers;
    const shopper = await this.#services.fetchShopper();
    if (!shopper) {
      this.#apply({ type: "unanswered" });
      return null;
    }
    const isOvertaken = answers !== this.#answers || this.#state.pending.length > 0;
    this.#apply({ type: "loaded", shopper, isOvertaken });
    if (shopper.notice) this.#services.onNotice(shopper.notice);
    return shopper;
  }

  /**
   * Takes over a cart that came with a page or an answer. Each only once: the router keeps pages, and one that is
   * shown again brings the cart of back then.
   * @returns "stale" when that has happened and the page should be asked for anew
   */
  seed = (cart: Cart | null): "taken" | "stale" => {
    if (cart ? this.#seeded.has(cart) : this.#state.confirmed?.count) {
      if (cart === this.#newest) return "taken";
      void this.load();
      return "stale";
    }
    if (cart) this.#seeded.add(cart);
    this.#newest = cart;
    this.#apply({ type: "seeded", cart });
    return "taken";
  };

  /** Shows the change at once and sends it in its turn; resolves with the answer, or null when it was overtaken. */
  request(request: Request): Promise<CartAnswer | null> {
    const operation: Operation = { ...request, id: ++this.#lastId };
    this.#apply({ type: "queued", operation });
    return new Promise((resolve) => {
      this.#resolvers.set(operation.id, resolve);
      this.#queue.push(operation);
    });
  }

  async #send(operation: Operation): Promise<void> {
    this.#settle(operation, await this.#ask(operation).catch(() => UNREACHABLE));
  }

  #ask(operation: Operation): Promise<CartAnswer> {
    const { addToCart, changeQuantity, removeLine } = this.#services.actions;
    if (operation.kind === "add") return addToCart(null, operation.form);
    const form = new FormData();
    form.set("lineId", findLine(this.#state.confirmed, operation.lineId)?.id ?? operation.lineId);
    if (operation.kind === "remove") return removeLine(null, form);
    form.set("quantity", String(operation.quantity));
    return changeQuantity(null, form);
  }

  #settle({ id }: Operation, answer: CartAnswer | null): void {
    this.#answers += 1;
    this.#apply(answer?.ok ? { type: "settled", id, cart: answer.cart } : { type: "settled", id });
    this.#resolvers.get(id)?.(answer);
    this.#resolvers.delete(id);
  }

  #apply(event: CartEvent): void {
    this.#state = reduceCart(this.#state, event);
    for (const listener of this.#listeners) listener();
  }
}
