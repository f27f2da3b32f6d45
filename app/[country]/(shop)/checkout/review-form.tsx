"use client";

import { placeOrder } from "./actions";
import { useFreshPage } from "./fresh-page";
import { ActionForm } from "@/components/ui/action-form";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";

type ReviewFormProps = { country: string; checksum: string; total: string };

/** Places the order that this page shows, and no other: the cart is compared with what was agreed to. */
export function ReviewForm({ country, checksum, total }: ReviewFormProps) {
  const { state, form } = useFormAction(placeOrder, "order");
  useFreshPage(state);
  return (
    <ActionForm form={form} className="mt-5">
      <input type="hidden" name="country" value={country} />
      <input type="hidden" name="checksum" value={checksum} />
      <FormError state={state} testId="manual-payment-error-message" className="mb-5" />
      <SubmitButton size="large" data-testid="submit-order-button" className="w-full sm:w-auto">
        Place order · {total}
      </SubmitButton>
      <p className="mt-3 text-xs text-muted">By placing the order you agree to pay {total}.</p>
    </ActionForm>
  );
}
