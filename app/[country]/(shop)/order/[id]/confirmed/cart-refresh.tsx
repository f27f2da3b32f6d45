"use client";

import { useEffect } from "react";
import { useCart } from "@/components/cart/store/use-cart";

/** Refetches the cart for header and drawer, as it has become an order. */
export function CartRefresh() {
  const { reload } = useCart();
  useEffect(() => void reload(), [reload]);
  return null;
}
