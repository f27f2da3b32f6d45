"use client";

import { useLayoutEffect } from "react";
import { useCart } from "@/components/cart/context";
import type { Cart } from "@/lib/cart/cart";

/**
 * The cart that came with the page, and from then on the browser's, with its changes under way: the server renders
 * the first, and without JavaScript it stays.
 */
export function useLiveCart(initial: Cart | null): Cart | null {
  const { cart, seed, isKnown } = useCart();
  useLayoutEffect(() => seed(initial), [seed, initial]);
  return isKnown ? cart : initial;
}
