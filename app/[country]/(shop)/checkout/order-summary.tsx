"use client";

import { LineList } from "@/components/purchase/line-list";
import { IdlePromotions } from "@/components/cart/promotions/idle-promotions";
import { useLiveCart } from "@/components/cart/store/use-live-cart";
import { PromotionList } from "@/components/cart/promotions/promotion-list";
import { getDeliveryState, Totals, UNSUMMED } from "@/components/purchase/totals";
import { useCart } from "@/components/cart/store/use-cart";
import { Icon } from "@/components/ui/icon";
import type { Cart } from "@/lib/cart/cart";
import { formatMoney } from "@/lib/money";

/** The lines and totals. On a phone folded to one line until the review; on a wide screen open beside the steps. */
export function OrderSummary({ initial, isOpen }: { initial: Cart; isOpen: boolean }) {
  const { market, isUpdating } = useCart();
  const cart = useLiveCart(initial) ?? initial;
  return (
    <aside aria-label="Order summary" className="h-fit bg-sunken lg:sticky lg:top-28">
      <details open={isOpen} className="group/summary lg:details-content:[content-visibility:visible]">
        <summary className="flex min-h-14 list-none items-center justify-between gap-4 px-5 text-sm font-medium lg:hidden [&::-webkit-details-marker]:hidden">
          <span className="flex items-center gap-2">
            Order summary
            <Icon name="down" className="size-4 transition-transform group-open/summary:rotate-180" />
          </span>
          <span className="display text-xl tabular-nums">
            {cart.totals ? formatMoney(cart.totals.total, market.locale) : UNSUMMED}
          </span>
        </summary>
        <div className="px-5 pb-5 lg:p-8">
          <h2 className="hidden display text-xl lg:block">Order summary</h2>
          <LineList lines={cart.lines} market={market} titleTestId="product-title" />
          <div className="border-t border-line py-3">
            <PromotionList promotions={cart.promotions} />
          </div>
          <div className="border-t border-line pt-5">
            <Totals totals={cart.totals} delivery={getDeliveryState(cart)} isUpdating={isUpdating} />
          </div>
        </div>
      </details>
      <IdlePromotions promotions={cart.promotions} className="lg:hidden" />
    </aside>
  );
}
