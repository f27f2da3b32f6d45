import {
  findLine,
  getShownCart,
  INITIAL_STATE,
  isSameContent,
  reduceCart,
  type CartEvent,
  type CartState,
  type NewLine,
  type Operation,
  type ShownCart,
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
  /** Told of what an action has thrown. @returns whether the page is of an older build of the shop */
  noteUpdate: (error: unknown) => boolean;
  /** Told what has become of a cart while the shopper was not looking. */
  onNotice: (text: string) => void;
};

/** An operation as it is made, before the store numbers it. */
type Request =
  | { kind: "add"; country: string; line: NewLine; form: FormData }
  | { kind: "change"; lineId: string; quantity: number }
  | { kind: "remove"; lineId: string };

/** Pages in a row that may be refused as old: more would be a server whose clock is wrong. */
const MOST_STALE_PAGES = 3;

/** One browser tab's cart: the confirmed one, the operations under way, and their order. In memory only. */
export class CartStore {
  readonly #services: Services;
  readonly #listeners = new Set<() => void>();
  readonly #resolvers = new Map<number, (answer: CartAnswer | null) => void>();
  readonly #works = new Map<number, () => Promise<void>>();
  readonly #queue = createOperationQueue({
    send: (operation) => this.#send(operation),
    skip: (operation) => this.#settle(operation, null),
  });
  #state: CartState = INITIAL_STATE;
  #lastId = 0;
  #looks = 0;
  #failures = 0;
  #stalePages = 0;

  constructor(services: Services) {
    this.#services = services;
  }

  getState = (): CartState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks the server who is here and what is in the cart. An outage (null) leaves what is shown as it is. */
  load = async (): Promise<Shopper | null> => {
    const look = ++this.#looks;
    this.#apply({ type: "asked", look });
    const { confirmations } = this.#state;
    const shopper = await this.#services.fetchShopper();
    if (!shopper) {
      this.#apply({ type: "unanswered", look });
      return null;
    }
    this.#apply({ type: "loaded", look, shopper, confirmations });
    if (shopper.notice) this.#services.onNotice(shopper.notice);
    return shopper;
  };

  /**
   * Takes over the cart that came with a page, unless a newer one is known: pages arrive late, and the router shows
   * ones again that it has kept.
   * @returns "stale" when the page has another cart than the one that is shown, and should be asked for anew
   */
  seed = (cart: Cart | null): "taken" | "stale" => {
    this.#apply({ type: "seeded", cart });
    const { confirmed } = this.#state;
    const isTaken = cart ? isSameContent(confirmed, cart) : !confirmed?.count;
    this.#stalePages = isTaken ? 0 : this.#stalePages + 1;
    return isTaken || this.#stalePages > MOST_STALE_PAGES ? "taken" : "stale";
  };

  /** Shows the change at once and sends it in its turn; resolves with the answer, or null when it was overtaken. */
  request(request: Request): Promise<CartAnswer | null> {
    return new Promise((resolve) => {
      const id = ++this.#lastId;
      this.#resolvers.set(id, resolve);
      this.#enqueue({ ...request, id });
    });
  }

  /**
   * Does what needs the cart, or changes it in ways that cannot be shown before the answer, when all that was pressed
   * before it has been answered. An answer that brings a cart is taken over.
   */
  inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#works.set(id, async () => {
        try {
          const answer = await work();
          this.#settle({ id }, readCart(answer));
          resolve(answer);
        } catch (error) {
          this.#settle({ id }, null);
          // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- as the work threw it
          reject(error);
        }
      });
      this.#enqueue({ id, kind: "form" });
    });
  };

  /**
   * Waits until everything under way is answered.
   * @returns the cart that is shown then, and whether all of it was done: none refused, none lost
   */
  whenSettled = async (): Promise<{ cart: ShownCart | null; isDone: boolean }> => {
    const failures = this.#failures;
    while (this.#state.pending.length > 0) {
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          if (this.#state.pending.length > 0) return;
          stop();
          resolve();
        });
      });
    }
    return { cart: getShownCart(this.#state), isDone: failures === this.#failures };
  };

  #enqueue(operation: Operation): void {
    this.#apply({ type: "queued", operation });
    this.#queue.push(operation);
  }

  async #send(operation: Operation): Promise<void> {
    if (operation.kind !== "form")
      return this.#settle(operation, await this.#ask(operation).catch((error) => this.#explain(error)));
    await this.#works.get(operation.id)?.();
    this.#works.delete(operation.id);
  }

  #ask(operation: Exclude<Operation, { kind: "form" }>): Promise<CartAnswer> {
    const { addToCart, changeQuantity, removeLine } = this.#services.actions;
    if (operation.kind === "add") return addToCart(null, operation.form);
    const form = new FormData();
    form.set("lineId", findLine(this.#state.confirmed, operation.lineId)?.id ?? operation.lineId);
    if (operation.kind === "remove") return removeLine(null, form);
    form.set("quantity", String(operation.quantity));
    return changeQuantity(null, form);
  }

  #explain(error: unknown): CartAnswer {
    return { ok: false, code: this.#services.noteUpdate(error) ? "outdated" : "unavailable" };
  }

  #settle({ id }: { id: number }, answer: CartAnswer | null): void {
    if (answer?.ok === false) this.#failures += 1;
    const isUnreachable = answer?.ok === false && answer.code === "unavailable";
    const found = answer?.ok ? { cart: answer.cart } : {};
    this.#apply({ type: "settled", id, ...found, ...(isUnreachable ? { isUnreachable } : {}) });
    this.#resolvers.get(id)?.(answer);
    this.#resolvers.delete(id);
  }

  #apply(event: CartEvent): void {
    this.#state = reduceCart(this.#state, event);
    for (const listener of this.#listeners) listener();
    if (this.#state.isDoubtful && this.#state.pending.length === 0) void this.load();
  }
}

/** What an answer of any form says of the cart. */
function readCart(answer: unknown): CartAnswer | null {
  if (typeof answer !== "object" || answer === null || !("ok" in answer)) return null;
  return answer.ok === false || "cart" in answer ? (answer as CartAnswer) : null;
}
