"use client";

import { getCheckoutHref } from "@/components/cart/checkout-href";
import { useCart } from "@/components/cart/context";
import { getUpdatingStyle } from "@/components/cart/updating-style";
import { ButtonLink } from "@/components/ui/button-link";
import type { Cart } from "@/lib/cart/cart";
import { formatMoney } from "@/lib/money";

/** What the cart comes to so far, and the two ways on from it. */
export function DrawerFooter({ cart }: { cart: Cart }) {
  const { market, isUpdating, close } = useCart();
  const { totals } = cart;
  return (
    <>
      <p className="flex items-baseline justify-between gap-4">
        <span className="font-medium">Subtotal</span>
        <span
          data-testid="cart-subtotal"
          data-value={totals.subtotal.amount}
          aria-busy={isUpdating || undefined}
          className={getUpdatingStyle(isUpdating, "display text-xl tabular-nums")}
        >
          {isUpdating && totals.subtotal.amount === 0 ? "…" : formatMoney(totals.subtotal, market.locale)}
        </span>
      </p>
      <p className="mt-1 text-xs text-muted">
        {totals.isTaxIncluded ? "Tax included. Delivery" : "Tax and delivery"} at checkout.
      </p>
      <div className="mt-4 grid grid-cols-2 gap-3">
        <ButtonLink
          href={`/${market.country}/cart`}
          prefetch={false}
          tone="secondary"
          data-testid="go-to-cart-button"
          onClick={close}
        >
          View cart
        </ButtonLink>
        <ButtonLink
          href={getCheckoutHref(market.country, cart)}
          prefetch={false}
          data-testid="checkout-button"
          onClick={close}
        >
          Checkout
        </ButtonLink>
      </div>
    </>
  );
}
