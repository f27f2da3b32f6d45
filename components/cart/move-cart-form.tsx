"use client";

import { ActionForm } from "@/components/ui/action-form";
import { useFormAction, type FormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { UnavailableLine } from "@/lib/cart/cart";

export type MoveCartAction = FormAction<never>;

type MoveCartFormProps = {
  moveCartTo: MoveCartAction;
  country: string;
  left: UnavailableLine[];
  label: string;
};

/** Moves the cart to this country, without the lines in `left`. */
export function MoveCartForm({ moveCartTo, country, left, label }: MoveCartFormProps) {
  const { state, form } = useFormAction(moveCartTo, "bring-cart");
  return (
    <ActionForm form={form} className="space-y-4">
      <input type="hidden" name="country" value={country} />
      {left.map(({ id }, index) => (
        <input key={id} type="hidden" name={`left.${index}`} value={id} />
      ))}
      <FormError state={state} />
      <SubmitButton data-testid="bring-cart-button">{label}</SubmitButton>
    </ActionForm>
  );
}
