import { findLine, getShownCart } from "@/components/cart/cart-state";
import type { CartAnswer, CartStore } from "@/components/cart/cart-store";
import type { CartContextValue, CartNotice } from "@/components/cart/context";
import { getErrorText } from "@/components/cart/error-text";
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

/** What a shopper can do with the cart: each shows at once, and says so when it did not work out. */
export function createCommands({ store, market, setOpen, setNotice }: Surroundings): Commands {
  const getTitle = (lineId: string) => findLine(getShownCart(store.getState()), lineId)?.title ?? "That";

  const report = (answer: CartAnswer | null, lineId?: string) => {
    if (!answer || answer.ok) return;
    // Of an older build: `UpdatedNotice` says so, with the way out; nothing may lie over it.
    if (answer.code === "outdated") return setOpen(false);
    setNotice({ tone: "alert", text: getErrorText(answer), ...(lineId ? { lineId } : {}) });
    // The cart is not what the shopper took it for; an outage is, and asking again would not help.
    if (answer.code !== "unavailable") void store.load();
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
      const answer = await store.request({ kind: "add", country: market.country, line, form });
      report(answer);
      return answer;
    },
    change(lineId, quantity) {
      setNotice({ tone: "status", text: `${getTitle(lineId)}: quantity ${quantity}.` });
      void store.request({ kind: "change", lineId, quantity }).then((answer) => report(answer, lineId));
    },
    remove(lineId) {
      setNotice({ tone: "status", text: `${getTitle(lineId)} is no longer in your cart.` });
      void store.request({ kind: "remove", lineId }).then((answer) => report(answer, lineId));
    },
  };
}
