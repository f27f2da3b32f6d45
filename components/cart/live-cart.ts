"use client";

import { useRouter } from "next/navigation";
import { useLayoutEffect } from "react";
import { useCart } from "@/components/cart/context";
import type { Cart } from "@/lib/cart/cart";

/**
 * The cart that came with the page, and from then on the browser's, with its changes under way: the server renders
 * the first, and without JavaScript it stays. A page that the router has kept from before is fetched anew.
 */
export function useLiveCart(initial: Cart | null): Cart | null {
  const { cart, seed, isKnown } = useCart();
  const router = useRouter();
  useLayoutEffect(() => {
    if (seed(initial) === "stale") router.refresh();
  }, [seed, initial, router]);
  return isKnown ? cart : initial;
}
