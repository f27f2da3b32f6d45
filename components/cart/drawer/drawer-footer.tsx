"use client";

import { getCheckoutHref } from "@/components/cart/checkout-href";
import { CartPageButton } from "@/components/cart/cart-page-link";
import type { ShownCart } from "@/components/cart/store/cart-state";
import { useCart } from "@/components/cart/store/use-cart";
import { UNSUMMED } from "@/components/purchase/totals";
import { getUpdatingStyle } from "@/components/cart/updating-style";
import { formatMoney } from "@/lib/money";

/** The subtotal, with the links to cart and checkout. */
export function DrawerFooter({ cart }: { cart: ShownCart }) {
  const { market, isUpdating, close } = useCart();
  const { totals } = cart;
  return (
    <>
      <p className="flex items-baseline justify-between gap-4">
        <span className="font-medium">Subtotal</span>
        <span
          data-testid="cart-subtotal"
          data-value={totals?.subtotal.amount}
          aria-busy={isUpdating || undefined}
          className={getUpdatingStyle(isUpdating, "display text-xl tabular-nums")}
        >
          {totals ? formatMoney(totals.subtotal, market.locale) : UNSUMMED}
        </span>
      </p>
      <p className="mt-1 text-xs text-muted">
        {totals?.isTaxIncluded ? "Tax included. Delivery" : "Tax and delivery"} at checkout.
      </p>
      <div className="mt-4 grid grid-cols-2 gap-3">
        <CartPageButton
          href={`/${market.country}/cart`}
          tone="secondary"
          data-testid="go-to-cart-button"
          onLeave={close}
        >
          View cart
        </CartPageButton>
        <CartPageButton
          href={(settled) => getCheckoutHref(market.country, settled ?? cart)}
          data-testid="checkout-button"
          onLeave={close}
        >
          Checkout
        </CartPageButton>
      </div>
    </>
  );
}
