import { findLine, getShownCart } from "@/components/cart/store/cart-state";
import type { CartResult, CartStore } from "@/components/cart/store/cart-store";
import type { CartContextValue, CartNotice } from "@/components/cart/store/use-cart";
import { getErrorMessage } from "@/components/ui/error-text";
import type { Market } from "@/lib/markets";

type Commands = Pick<
  CartContextValue,
  "open" | "close" | "add" | "change" | "remove" | "seed" | "reload" | "whenSettled" | "dismiss"
>;

type Surroundings = {
  store: CartStore;
  market: Market;
  setOpen: (isOpen: boolean) => void;
  setNotice: (notice: CartNotice | null) => void;
};

/** The commands of the cart: each has an effect at once, and shows a notice if it failed. */
export function createCommands({ store, market, setOpen, setNotice }: Surroundings): Commands {
  const getTitle = (lineId: string) => findLine(getShownCart(store.getState()), lineId)?.title ?? "That";

  const report = (result: CartResult | null, lineId?: string) => {
    if (!result || result.ok) return;
    // An older build: `NewBuildNotice` is shown, and the drawer must not cover it.
    if (result.code === "outdated") return setOpen(false);
    setNotice({ tone: "alert", text: getErrorMessage(result), ...(lineId ? { lineId } : {}) });
    // The cart has changed, so it is fetched again; after an outage that would not help.
    if (result.code !== "unavailable") void store.load();
  };

  return {
    open: () => setOpen(true),
    close: () => setOpen(false),
    dismiss: () => setNotice(null),
    seed: store.seed,
    reload: store.load,
    whenSettled: store.whenSettled,
    async add(form, line) {
      setNotice({ tone: "status", text: `${line.title} is in your cart.` });
      setOpen(true);
      const result = await store.request({ kind: "add", country: market.country, line, form });
      report(result);
      return result;
    },
    change(lineId, quantity) {
      setNotice({ tone: "status", text: `${getTitle(lineId)}: quantity ${quantity}.` });
      void store.request({ kind: "change", lineId, quantity }).then((result) => report(result, lineId));
    },
    remove(lineId) {
      setNotice({ tone: "status", text: `${getTitle(lineId)} is no longer in your cart.` });
      void store.request({ kind: "remove", lineId }).then((result) => report(result, lineId));
    },
  };
}
