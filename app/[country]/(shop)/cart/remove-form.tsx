"use client";

import type { FormEvent } from "react";
import { useCart } from "@/components/cart/context";
import { getErrorMessage } from "@/components/cart/error-text";
import { ActionForm } from "@/components/ui/action-form";
import { useFormAction } from "@/components/ui/use-form-action";
import type { LineItem } from "@/lib/cart/cart";

type RemoveFormProps = { line: LineItem; onRemove: () => void };

/** Takes a line out of the cart. */
export function RemoveForm({ line, onRemove }: RemoveFormProps) {
  const { state, form } = useFormAction(useCart().actions.removeLineItem, `remove ${line.id}`);
  const removeAtOnce = (event: FormEvent) => {
    event.preventDefault();
    onRemove();
  };
  return (
    <ActionForm form={form} onSubmit={removeAtOnce}>
      <input type="hidden" name="lineId" value={line.id} />
      {state && !state.ok && (
        <p role="alert" className="text-sm text-bad">
          {getErrorMessage(state)}
        </p>
      )}
      <button
        data-testid="product-delete-button"
        className="-mr-2 min-h-11 rounded-sm px-2 text-sm text-muted link hover:text-ink"
      >
        Remove<span className="sr-only"> {line.title}</span>
      </button>
    </ActionForm>
  );
}
