"use client";

import { useCart } from "@/components/cart/store/use-cart";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

/** A placeholder until the cart is fetched: unknown is not empty. */
export function CartLoading() {
  const { isLoading, isUnreachable, reload } = useCart();
  if (!isUnreachable)
    return (
      <p role="status" data-testid="cart-loading" className="flex items-center gap-3 py-6 text-sm text-muted">
        <Spinner /> Fetching your cart…
      </p>
    );
  return (
    <div role="alert" data-testid="cart-unreachable" className="flex flex-col items-start gap-4 py-6">
      <div>
        <p className="display text-2xl">We cannot reach your cart right now</p>
        <p className="mt-2 max-w-sm text-sm text-muted">Your cart is kept. Please try again in a moment.</p>
      </div>
      <Button tone="secondary" isBusy={isLoading} onClick={() => void reload()}>
        Try again
      </Button>
    </div>
  );
}
