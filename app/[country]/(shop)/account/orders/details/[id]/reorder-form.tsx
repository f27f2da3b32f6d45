"use client";

import { reorder } from "./actions";
import { ActionForm } from "@/components/ui/action-form";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";

/** Adds the available items of an order to the cart. */
export function ReorderForm({ country, order }: { country: string; order: string }) {
  const { state, form } = useFormAction(reorder, "reorder");
  return (
    <ActionForm form={form} className="mt-4 space-y-4">
      <input type="hidden" name="country" value={country} />
      <input type="hidden" name="order" value={order} />
      <FormError state={state} testId="reorder-error" />
      <SubmitButton tone="secondary" data-testid="reorder-button">
        Order again
      </SubmitButton>
    </ActionForm>
  );
}
