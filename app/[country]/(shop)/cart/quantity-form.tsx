"use client";

import { useEffect, useRef } from "react";
import { useCart } from "@/components/cart/store/use-cart";
import { getErrorMessage } from "@/components/ui/error-text";
import { ActionForm } from "@/components/ui/action-form";
import { getButtonStyle } from "@/components/ui/button-style";
import { useFormAction } from "@/components/ui/use-form-action";
import { Icon } from "@/components/ui/icon";
import { getLineLimit, type LineItem } from "@/lib/cart/cart";

/** The quantity of a line. Takes effect at once, or with a button without JavaScript. */
export function QuantityForm({ line }: { line: LineItem }) {
  const { actions, change, notice } = useCart();
  const { state, form } = useFormAction(actions.changeQuantity, `quantity ${line.id}`);
  const failure = state?.ok === false ? getErrorMessage(state) : null;
  const error = notice?.lineId === line.id && notice.tone === "alert" ? notice.text : failure;
  const errorId = `quantity-error-${line.id}`;
  const select = useRef<HTMLSelectElement>(null);
  // A value chosen before hydration stays in the field without a change event.
  useEffect(() => {
    const chosen = Number(select.current?.value);
    if (chosen !== line.quantity) change(line.id, chosen);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the script comes
  }, []);
  return (
    <ActionForm form={form} className="min-w-0">
      <input type="hidden" name="lineId" value={line.id} />
      <span className="flex items-center gap-2">
        <span className="relative inline-block">
          <select
            ref={select}
            name="quantity"
            aria-label={`Quantity of ${line.title}`}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? errorId : undefined}
            autoComplete="off"
            value={line.quantity}
            onChange={(event) => change(line.id, Number(event.target.value))}
            data-testid="product-select-button"
            className="min-h-11 appearance-none rounded-sm border border-edge bg-raised py-2 pr-10 pl-3.5 text-sm font-semibold tabular-nums hover:border-ink aria-invalid:border-2 aria-invalid:border-bad"
          >
            {listQuantities(line).map((quantity) => (
              <option key={quantity}>{quantity}</option>
            ))}
          </select>
          <Icon
            name="down"
            className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2"
          />
        </span>
        <noscript>
          <button className={getButtonStyle({ tone: "secondary" })}>Update</button>
        </noscript>
      </span>
      {error && (
        <p id={errorId} data-testid="product-error-message" className="mt-1.5 text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </ActionForm>
  );
}

/** The quantities to choose from, and the current one, even if it is too many. */
function listQuantities(line: LineItem): number[] {
  const offered = Array.from({ length: getLineLimit(line.available) }, (_, index) => index + 1);
  return offered.includes(line.quantity) ? offered : [...offered, line.quantity];
}
