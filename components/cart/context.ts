"use client";

import { createContext, useContext } from "react";
import type { NewCartLine, ShownCart } from "@/components/cart/cart-state";
import type { CartActions, CartResult, CartStore } from "@/components/cart/cart-store";
import type { Cart } from "@/lib/cart/cart";
import type { ShopperState } from "@/lib/customer/shopper-state";
import type { Market } from "@/lib/markets";

/** Something said to the shopper: quietly to screen readers (`status`), or for everyone to see (`alert`). */
export type CartNotice = { tone: "status" | "alert"; text: string; lineId?: string };

/** The cart as components use it. `isKnown` is false until the browser has been told, or knows there is nothing to ask. */
export type CartContextValue = {
  market: Market;
  actions: CartActions;
  cart: ShownCart | null;
  count: number;
  /** Undefined until the browser has been told. */
  customer: ShopperState["customer"] | undefined;
  ended: ShopperState["ended"];
  isLoading: boolean;
  /** Whether the last look, or what was sent since, went unanswered. */
  isUnreachable: boolean;
  isKnown: boolean;
  isUpdating: boolean;
  notice: CartNotice | null;
  isOpen: boolean;
  open: () => void;
  close: () => void;
  add: (form: FormData, line: NewCartLine) => Promise<CartResult | null>;
  change: (lineId: string, quantity: number) => void;
  remove: (lineId: string) => void;
  seed: (cart: Cart | null) => "taken" | "stale";
  reload: () => Promise<ShopperState | null>;
  whenSettled: CartStore["whenSettled"];
  dismiss: () => void;
};

export const CartContext = createContext<CartContextValue | null>(null);

/** The shopper's cart and what can be done with it. Only below `CartProvider`, which the country layout mounts. */
export function useCart(): CartContextValue {
  const value = useContext(CartContext);
  if (!value) throw new Error("useCart needs CartProvider above it: the country layout mounts it.");
  return value;
}

/** Who is here, as far as the browser knows: the first name of a signed-in customer, or nobody. */
export function useShopper(): Pick<CartContextValue, "customer"> {
  const { customer } = useCart();
  return { customer };
}
