"use client";

import { useRouter } from "next/navigation";
import { useLayoutEffect, useRef } from "react";
import type { ShownCart } from "@/components/cart/cart-state";
import { useCart } from "@/components/cart/context";
import type { Cart } from "@/lib/cart/cart";

/**
 * The cart that came with the page, and from then on the browser's, with its changes under way: the server renders
 * the first, and without JavaScript it stays. A page that the router has kept from before is fetched anew.
 */
export function useLiveCart(initial: Cart | null): ShownCart | null {
  const { cart, seed, isKnown, isUpdating } = useCart();
  const router = useRouter();
  const offered = useRef<Cart | null | undefined>(undefined);
  useLayoutEffect(() => {
    // The page may or may not have seen what is under way: it is compared once that is answered.
    if (isUpdating || offered.current === initial) return;
    offered.current = initial;
    if (seed(initial) === "stale") router.refresh();
  }, [seed, initial, router, isUpdating]);
  // A page that the router has hidden is offered again when it is shown again.
  useLayoutEffect(() => () => void (offered.current = undefined), []);
  return isKnown ? cart : initial;
}
