"use client";

import { useEffect } from "react";
import { useCart } from "@/components/cart/context";

/** The cart has become this order: what the header and the drawer show is asked for anew. */
export function CartRefresh() {
  const { reload } = useCart();
  useEffect(() => void reload(), [reload]);
  return null;
}
