"use client";

import { useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { CartOverlay } from "@/components/cart/drawer/cart-overlay";
import { getShownCart, INITIAL_STATE } from "@/components/cart/store/cart-state";
import { CartStore, type CartActions } from "@/components/cart/store/cart-store";
import { CartContext, type CartNotice } from "@/components/cart/store/use-cart";
import { createCommands } from "@/components/cart/store/commands";
import { fetchShopperState } from "@/components/cart/store/fetch-shopper-state";
import { FormQueue } from "@/components/ui/use-form-action";
import { noteNewBuild } from "@/components/ui/new-build";
import type { Market } from "@/lib/markets";

type CartProviderProps = { market: Market; actions: CartActions; children: ReactNode };

const getInitialState = () => INITIAL_STATE;

/** Provides the cart to the whole page: header, drawer and cart page share one store. */
export function CartProvider({ market, actions, children }: CartProviderProps) {
  const [isOpen, setOpen] = useState(false);
  const [notice, setNotice] = useState<CartNotice | null>(null);
  const [store] = useState(() => {
    const onNotice = (text: string) => setNotice({ tone: "alert", text });
    return new CartStore({ actions, fetchShopperState, noteNewBuild, onNotice });
  });
  const state = useSyncExternalStore(store.subscribe, store.getState, getInitialState);
  const commands = useMemo(() => createCommands({ store, market, setOpen, setNotice }), [store, market]);

  const value = useMemo(() => {
    const cart = getShownCart(state);
    const { customer, ended, isLoading, isUnreachable, isKnown } = state;
    const isUpdating = state.pending.length > 0;
    const known = { customer, ended, isLoading, isUnreachable, isKnown, isUpdating };
    return { cart, count: cart?.count ?? 0, ...known, ...commands, market, actions, notice, isOpen };
  }, [state, commands, market, actions, notice, isOpen]);

  return (
    <CartContext value={value}>
      <FormQueue value={store.enqueue}>
        {children}
        <CartOverlay />
      </FormQueue>
    </CartContext>
  );
}
