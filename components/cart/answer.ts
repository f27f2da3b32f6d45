"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { CartAction } from "@/components/cart/cart-store";
import { useFormAction } from "@/components/ui/form-action";

/**
 * A cart action for a form: once it is done, the page's own parts (delivery prices, what is to be agreed to) are asked
 * for anew. The cart it answers with is taken over as every form's is: see `CartStore.inTurn`.
 */
export function useCartAction(action: CartAction, name: string) {
  const result = useFormAction(action, name);
  const router = useRouter();
  const { state, form } = result;
  const { ref } = form;
  useEffect(() => {
    if (!state?.ok) return;
    ref.current?.reset();
    router.refresh();
  }, [state, ref, router]);
  return result;
}
