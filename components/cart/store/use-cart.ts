"use client";

import { createContext, useContext } from "react";
import type { NewCartLine, ShownCart } from "@/components/cart/store/cart-state";
import type { CartActions, CartResult, CartStore } from "@/components/cart/store/cart-store";
import type { Cart } from "@/lib/cart/cart";
import type { ShopperState } from "@/lib/customer/shopper-state";
import type { Market } from "@/lib/markets";

/** A notice to the shopper: for screen readers (`status`) or for everybody (`alert`). */
export type CartNotice = { tone: "status" | "alert"; text: string; lineId?: string };

/** The cart for components. `isKnown` is false until the first fetch, or until it is clear that there is nothing to fetch. */
export type CartContextValue = {
  market: Market;
  actions: CartActions;
  cart: ShownCart | null;
  count: number;
  /** Undefined until the first fetch. */
  customer: ShopperState["customer"] | undefined;
  ended: ShopperState["ended"];
  isLoading: boolean;
  /** Whether the last fetch or operation had no response. */
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

/** The shopper's cart with its commands. Only below `CartProvider`, which is in the country layout. */
export function useCart(): CartContextValue {
  const value = useContext(CartContext);
  if (!value) throw new Error("useCart needs CartProvider above it: the country layout mounts it.");
  return value;
}

/** The signed-in customer, as far as the browser knows. */
export function useShopper(): Pick<CartContextValue, "customer"> {
  const { customer } = useCart();
  return { customer };
}
