"use client";

import clsx from "clsx";
import { useCartAction } from "@/components/cart/store/use-cart-action";
import { useCart } from "@/components/cart/store/use-cart";
import { getErrorMessage } from "@/components/ui/error-text";
import { describeOffer, describeStanding, getOfferValue } from "@/components/cart/promotions/promotion-text";
import { ActionForm } from "@/components/ui/action-form";
import { Icon } from "@/components/ui/icon";
import type { Promotion } from "@/lib/cart/promotion";

/** A code of the cart with its discount or the reason for none, and a button to remove it. */
export function PromotionRow({ promotion }: { promotion: Promotion }) {
  const { code, name, isAutomatic, offer, status } = promotion;
  const { actions, market } = useCart();
  const { state, form, isPending } = useCartAction(actions.removePromotion, `promotion ${code}`);
  const standing = describeStanding(promotion, market);
  const isEnded = status === "ended";
  return (
    <li data-testid="discount-row" data-status={status} className="text-sm">
      <div className="flex min-h-11 items-center gap-2">
        <Icon
          name={isEnded ? "warning" : "tag"}
          className={clsx("size-4", isEnded ? "text-bad" : "text-brass")}
        />
        <span
          data-testid="discount-code"
          className={clsx("min-w-0 truncate font-medium", isEnded && "text-muted line-through")}
        >
          {name}
        </span>
        <span
          data-testid="discount-amount"
          data-value={getOfferValue(offer)}
          className={status === "applied" ? undefined : "text-muted"}
        >
          {describeOffer(offer, market.locale)}
        </span>
        {!isAutomatic && (
          <ActionForm form={form} className="ml-auto">
            <input type="hidden" name="code" value={code} />
            <button
              aria-label={isEnded ? `Dismiss the code ${code}` : `Remove the code ${code}`}
              aria-busy={isPending || undefined}
              data-testid="remove-discount-button"
              className="-mr-3 grid size-11 place-items-center rounded-sm text-muted hover:bg-sunken hover:text-ink"
            >
              <Icon name="close" className="size-4" />
            </button>
          </ActionForm>
        )}
      </div>
      {standing && (
        <p data-testid="discount-standing" className={clsx("pl-6", isEnded ? "text-bad" : "text-muted")}>
          {standing}
        </p>
      )}
      {state && !state.ok && (
        <p role="alert" className="text-bad">
          {getErrorMessage(state)}
        </p>
      )}
    </li>
  );
}
