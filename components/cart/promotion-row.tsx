"use client";

import { useCartAction } from "@/components/cart/answer";
import { useCart } from "@/components/cart/context";
import { getErrorText } from "@/components/cart/error-text";
import { ActionForm } from "@/components/ui/action-form";
import { Icon } from "@/components/ui/icon";
import type { Promotion } from "@/lib/cart/cart";

/** A code that is on the cart, what it takes off, and a way to take it off again. */
export function PromotionRow({ promotion }: { promotion: Promotion }) {
  const { code, label, isAutomatic } = promotion;
  const { state, form, isPending } = useCartAction(useCart().actions.removePromotion, `promotion ${code}`);
  return (
    <li data-testid="discount-row" className="flex min-h-11 items-center gap-2 text-sm">
      <Icon name="tag" className="size-4 text-brass" />
      <span data-testid="discount-code" className="min-w-0 truncate font-medium">
        {code}
      </span>
      <span data-testid="discount-amount" data-value={Number.parseFloat(label.replace(/[^\d.]/g, ""))}>
        {label} off
      </span>
      {!isAutomatic && (
        <ActionForm form={form} className="ml-auto">
          <input type="hidden" name="code" value={code} />
          <button
            aria-label={`Remove the code ${code}`}
            aria-busy={isPending || undefined}
            data-testid="remove-discount-button"
            className="-mr-3 grid size-11 place-items-center rounded-sm text-muted hover:bg-sunken hover:text-ink"
          >
            <Icon name="close" className="size-4" />
          </button>
        </ActionForm>
      )}
      {state && !state.ok && (
        <p role="alert" className="text-bad">
          {getErrorText(state)}
        </p>
      )}
    </li>
  );
}
