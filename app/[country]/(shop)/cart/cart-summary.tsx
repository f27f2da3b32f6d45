"use client";

import { CartPageButton } from "@/components/cart/cart-page-link";
import type { ShownCart } from "@/components/cart/store/cart-state";
import { useCart } from "@/components/cart/store/use-cart";
import { getCheckoutHref } from "@/components/cart/checkout-href";
import { PromotionList } from "@/components/cart/promotions/promotion-list";
import { isNotForSale, isShort } from "@/components/cart/stock-note";
import { getDeliveryState, Totals } from "@/components/purchase/totals";
import { Notice } from "@/components/ui/notice";

/** The totals, and the link to the checkout. */
export function CartSummary({ cart, isGuest }: { cart: ShownCart; isGuest: boolean }) {
  const { market, isUpdating } = useCart();
  const isAnyGone = cart.lines.some(isNotForSale);
  const isBlocked = isAnyGone || cart.lines.some(isShort);
  return (
    <section aria-labelledby="summary-heading" className="h-fit bg-sunken p-6 lg:sticky lg:top-28 lg:p-8">
      <h2 id="summary-heading" className="display text-xl">
        Summary
      </h2>
      <div className="mt-5">
        <Totals totals={cart.totals} delivery={getDeliveryState(cart)} isUpdating={isUpdating} />
      </div>
      <div className="mt-5 border-t border-line pt-3">
        <PromotionList promotions={cart.promotions} />
      </div>
      {isBlocked && (
        <Notice tone="bad" className="mt-3">
          {isAnyGone
            ? "Something in your cart is no longer available. Please remove what is marked first."
            : "There are fewer of something than your cart asks for. Please change the marked quantity first."}
        </Notice>
      )}
      {!isBlocked && (
        <CartPageButton
          href={(settled) => getCheckoutHref(market.country, settled ?? cart)}
          size="large"
          data-testid="checkout-button"
          className="mt-4 w-full"
        >
          Go to checkout
        </CartPageButton>
      )}
      {isGuest && <p className="mt-4 text-center text-xs text-muted">No account needed.</p>}
    </section>
  );
}
