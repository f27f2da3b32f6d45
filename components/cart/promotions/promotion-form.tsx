"use client";

import { useId } from "react";
import { useCartAction } from "@/components/cart/store/use-cart-action";
import { useCart } from "@/components/cart/store/use-cart";
import { getErrorMessage } from "@/components/ui/error-text";
import { describeStanding } from "@/components/cart/promotions/promotion-text";
import { ActionForm } from "@/components/ui/action-form";
import { CONTROL } from "@/components/ui/control-style";
import { Icon } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Promotion } from "@/lib/cart/promotion";
import type { Market } from "@/lib/markets";

/** The field for a code, folded: an open one sends shoppers away to look for codes. */
export function PromotionForm() {
  const { actions, market } = useCart();
  const { state, form } = useCartAction(actions.applyPromotion, "promotion");
  const id = useId();
  const error = state && !state.ok ? getErrorMessage(state) : null;
  return (
    <details open={state !== null || undefined} className="group/code">
      <summary
        data-testid="add-discount-button"
        className="flex min-h-11 w-fit list-none items-center gap-1.5 text-sm link [&::-webkit-details-marker]:hidden"
      >
        Add a promotion code
        <Icon name="down" className="size-4 transition-transform group-open/code:rotate-180" />
      </summary>
      <ActionForm form={form} className="pt-1 pb-2">
        <label htmlFor={id} className="sr-only">
          Promotion code
        </label>
        <div className="flex gap-2">
          <input
            id={id}
            name="code"
            type="text"
            required
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder="Code"
            defaultValue={state?.ok === false ? state.values?.code : ""}
            autoFocus={error !== null}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            data-testid="discount-input"
            className={CONTROL}
          />
          <SubmitButton tone="secondary" data-testid="discount-apply-button" className="shrink-0">
            Apply
          </SubmitButton>
        </div>
        {error && (
          <p
            id={`${id}-error`}
            data-testid="discount-error-message"
            className="mt-1.5 flex gap-1.5 text-sm font-medium text-bad"
          >
            <Icon name="warning" className="mt-0.5 size-4" /> {error}
          </p>
        )}
        <p role="status" className="sr-only">
          {state?.ok ? describeResult(state.cart.promotions, market) : ""}
        </p>
      </ActionForm>
    </details>
  );
}

/** The announcement for screen readers: the codes, and why some have no effect. */
function describeResult(promotions: Promotion[], market: Market): string {
  const standings = promotions.map((promotion) => describeStanding(promotion, market)).filter(Boolean);
  return ["The code is on your cart.", ...standings].join(" ");
}
