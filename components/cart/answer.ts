"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { CartAction } from "@/components/cart/cart-store";
import { useCart } from "@/components/cart/context";
import { useFormAction } from "@/components/ui/form-action";

/**
 * A cart action for a form: the cart it answers with becomes the one that is shown, and the page's own parts
 * (delivery prices, what is to be agreed to) are asked for anew.
 */
export function useCartAction(action: CartAction, name: string) {
  const result = useFormAction(action, name);
  const { seed } = useCart();
  const router = useRouter();
  const { state, form } = result;
  const { ref } = form;
  useEffect(() => {
    if (!state?.ok) return;
    seed(state.cart);
    ref.current?.reset();
    router.refresh();
  }, [state, seed, ref, router]);
  return result;
}
