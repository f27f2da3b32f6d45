import {
  findLine,
  getShownCart,
  INITIAL_STATE,
  isSameContent,
  reduceCart,
  type CartEvent,
  type CartState,
  type NewCartLine,
  type Operation,
  type ShownCart,
} from "@/components/cart/store/cart-state";
import { createOperationQueue } from "@/components/cart/store/operation-queue";
import type { FormAction } from "@/components/ui/use-form-action";
import type { Cart } from "@/lib/cart/cart";
import type { ShopperState } from "@/lib/customer/shopper-state";
import type { Result } from "@/lib/errors";

export type CartResult = Result<{ cart: Cart }>;
export type CartAction = FormAction<{ cart: Cart }>;

/** The server actions of the cart, passed in by the layout: components do not import from `app`. */
export type CartActions = Record<
  "addToCart" | "changeQuantity" | "removeLineItem" | "applyPromotion" | "removePromotion",
  CartAction
>;

type Dependencies = {
  actions: CartActions;
  fetchShopperState: () => Promise<ShopperState | null>;
  /** Called with an error of an action. @returns whether the page belongs to an older build */
  noteNewBuild: (error: unknown) => boolean;
  /** Called with a notice about the cart, such as a shortage after a merge. */
  onNotice: (text: string) => void;
};

/** An operation before the store has given it an id. */
type CartRequest =
  | { kind: "add"; country: string; line: NewCartLine; form: FormData }
  | { kind: "change"; lineId: string; quantity: number }
  | { kind: "remove"; lineId: string };

/** Consecutive pages that may be refused as stale; more mean that a server's clock is wrong. */
const MAX_STALE_PAGES = 3;

/** The cart of one browser tab: the confirmed cart and the queue of operations. In memory only. */
export class CartStore {
  readonly #dependencies: Dependencies;
  readonly #listeners = new Set<() => void>();
  readonly #resolvers = new Map<number, (result: CartResult | null) => void>();
  readonly #formWork = new Map<number, () => Promise<void>>();
  readonly #queue = createOperationQueue({
    send: (operation) => this.#send(operation),
    skip: (operation) => this.#settle(operation, null),
  });
  #state: CartState = INITIAL_STATE;
  #lastId = 0;
  #fetches = 0;
  #failures = 0;
  #stalePages = 0;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  getState = (): CartState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Fetches the shopper's state. After an outage (null) the page stays as it is. */
  load = async (): Promise<ShopperState | null> => {
    const fetchId = ++this.#fetches;
    this.#apply({ type: "fetching", fetchId });
    const { confirmations } = this.#state;
    const shopper = await this.#dependencies.fetchShopperState();
    if (!shopper) {
      this.#apply({ type: "fetch-failed", fetchId });
      return null;
    }
    this.#apply({ type: "fetched", fetchId, shopper, confirmations });
    if (shopper.notice) this.#dependencies.onNotice(shopper.notice);
    return shopper;
  };

  /**
   * Applies the cart of a page unless a newer one is known: pages may arrive late or come from the router's cache.
   * @returns "stale" if the page shows another cart than the current one and should be refreshed
   */
  seed = (cart: Cart | null): "taken" | "stale" => {
    this.#apply({ type: "seeded", cart });
    const { confirmed } = this.#state;
    const isTaken = cart ? isSameContent(confirmed, cart) : !confirmed?.count;
    this.#stalePages = isTaken ? 0 : this.#stalePages + 1;
    return isTaken || this.#stalePages > MAX_STALE_PAGES ? "taken" : "stale";
  };

  /** Applies a change optimistically and queues it. Resolves with the result, or null if a later change replaced it. */
  request(request: CartRequest): Promise<CartResult | null> {
    return new Promise((resolve) => {
      const id = ++this.#lastId;
      this.#resolvers.set(id, resolve);
      this.#enqueue({ ...request, id });
    });
  }

  /**
   * Runs work after all earlier operations: for forms that need the cart, or change it without an optimistic effect. A
   * cart in its result is applied.
   */
  enqueue = <T>(work: () => Promise<T>): Promise<T> => {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#formWork.set(id, async () => {
        try {
          const result = await work();
          this.#settle({ id }, readCart(result));
          resolve(result);
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
   * Waits until no operation is pending.
   * @returns the cart then, and whether all operations succeeded
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
      return this.#settle(
        operation,
        await this.#callAction(operation).catch((error) => this.#toFailure(error)),
      );
    await this.#formWork.get(operation.id)?.();
    this.#formWork.delete(operation.id);
  }

  #callAction(operation: Exclude<Operation, { kind: "form" }>): Promise<CartResult> {
    const { addToCart, changeQuantity, removeLineItem } = this.#dependencies.actions;
    if (operation.kind === "add") return addToCart(null, operation.form);
    const form = new FormData();
    form.set("lineId", findLine(this.#state.confirmed, operation.lineId)?.id ?? operation.lineId);
    if (operation.kind === "remove") return removeLineItem(null, form);
    form.set("quantity", String(operation.quantity));
    return changeQuantity(null, form);
  }

  #toFailure(error: unknown): CartResult {
    return { ok: false, code: this.#dependencies.noteNewBuild(error) ? "outdated" : "unavailable" };
  }

  #settle({ id }: { id: number }, result: CartResult | null): void {
    if (result?.ok === false) this.#failures += 1;
    const isUnreachable = result?.ok === false && result.code === "unavailable";
    const found = result?.ok ? { cart: result.cart } : {};
    this.#apply({ type: "settled", id, ...found, ...(isUnreachable ? { isUnreachable } : {}) });
    this.#resolvers.get(id)?.(result);
    this.#resolvers.delete(id);
  }

  #apply(event: CartEvent): void {
    this.#state = reduceCart(this.#state, event);
    for (const listener of this.#listeners) listener();
    if (this.#state.needsRefetch && this.#state.pending.length === 0) void this.load();
  }
}

/** The cart result in the result of any form. */
function readCart(result: unknown): CartResult | null {
  if (typeof result !== "object" || result === null || !("ok" in result)) return null;
  return result.ok === false || "cart" in result ? (result as CartResult) : null;
}
