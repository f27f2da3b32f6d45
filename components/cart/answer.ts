"use client";

import { useActionState, useEffect } from "react";
import { useRouter } from "next/navigation";
import type { CartAction } from "@/components/cart/cart-store";
import { useCart } from "@/components/cart/context";

/**
 * A cart action for a form, with and without JavaScript: the cart it answers with becomes the one that is shown,
 * and the page's own parts (delivery prices, what is to be agreed to) are asked for anew.
 */
export function useCartAction(action: CartAction) {
  const [state, submit, isPending] = useActionState(action, null);
  const { seed } = useCart();
  const router = useRouter();
  useEffect(() => {
    if (!state?.ok) return;
    seed(state.cart);
    router.refresh();
  }, [state, seed, router]);
  return [state, submit, isPending] as const;
}
