"use client";

import { useRouter } from "next/navigation";
import { useLayoutEffect, useRef } from "react";
import type { ShownCart } from "@/components/cart/store/cart-state";
import { useCart } from "@/components/cart/store/use-cart";
import type { Cart } from "@/lib/cart/cart";

/**
 * The cart for a page: at first the one that the server rendered, then the store's, with pending operations. Refreshes a
 * page that comes stale from the router's cache.
 */
export function useLiveCart(initial: Cart | null): ShownCart | null {
  const { cart, seed, isKnown, isUpdating } = useCart();
  const router = useRouter();
  const offered = useRef<Cart | null | undefined>(undefined);
  useLayoutEffect(() => {
    // The page may or may not include pending operations; it is compared when they are done.
    if (isUpdating || offered.current === initial) return;
    offered.current = initial;
    if (seed(initial) === "stale") router.refresh();
  }, [seed, initial, router, isUpdating]);
  // A page that the router hides is compared again when it is shown again.
  useLayoutEffect(() => () => void (offered.current = undefined), []);
  return isKnown ? cart : initial;
}
