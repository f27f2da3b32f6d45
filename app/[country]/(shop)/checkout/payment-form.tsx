"use client";

import { savePayment } from "./actions";
import { useRefreshAfterRefusal } from "./step-navigation";
import { ActionForm } from "@/components/ui/action-form";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { RadioCard } from "@/components/ui/radio-card";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PaymentMethod } from "@/lib/payment-providers";
import type { Market } from "@/lib/markets";

type PaymentFormProps = { market: Market; methods: PaymentMethod[]; chosenId: string | null };

/** The payment methods. The first is preselected. */
export function PaymentForm({ market, methods, chosenId }: PaymentFormProps) {
  const { state, form } = useFormAction(savePayment, "payment");
  useRefreshAfterRefusal(state);
  const chosen = methods.find(({ id }) => id === chosenId) ?? methods[0];
  return (
    <ActionForm form={form} className="max-w-2xl">
      <input type="hidden" name="country" value={market.country} />
      <FormError state={state} testId="payment-method-error-message" className="mb-5" />
      <fieldset>
        <legend className="sr-only">Ways to pay</legend>
        <div className="space-y-3">
          {methods.map(({ id, label, description }) => (
            <RadioCard
              key={id}
              name="providerId"
              value={id}
              defaultChecked={id === chosen?.id}
              label={label}
              description={description}
              data-testid="payment-method-radio"
            />
          ))}
        </div>
      </fieldset>
      <SubmitButton size="large" data-testid="submit-payment-button" className="mt-8 w-full sm:w-auto">
        Continue to review
      </SubmitButton>
    </ActionForm>
  );
}
