"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { CartAction } from "@/components/cart/store/cart-store";
import { useFormAction } from "@/components/ui/use-form-action";

/**
 * A cart action for a form. Refreshes the page after a success, as delivery prices and the checksum may have changed; the
 * cart in the result is applied by `CartStore.enqueue`.
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
