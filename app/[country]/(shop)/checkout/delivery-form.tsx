"use client";

import { saveDelivery } from "./actions";
import { ActionForm } from "@/components/ui/action-form";
import { useFormAction } from "@/components/ui/form-action";
import { FormError } from "@/components/ui/form-error";
import { RadioCard } from "@/components/ui/radio-card";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DeliveryOption } from "@/lib/checkout/delivery";
import type { Market } from "@/lib/market";
import { formatMoney } from "@/lib/money";

type DeliveryFormProps = { market: Market; options: DeliveryOption[]; chosenId: string | undefined };

/** The ways of delivery, cheapest first; that one is chosen until the shopper chooses another. */
export function DeliveryForm({ market, options, chosenId }: DeliveryFormProps) {
  const { state, form } = useFormAction(saveDelivery, "delivery");
  const chosen = options.find(({ id }) => id === chosenId) ?? options[0];
  return (
    <ActionForm form={form} className="max-w-2xl">
      <input type="hidden" name="country" value={market.country} />
      <FormError state={state} testId="delivery-option-error-message" className="mb-5" />
      <fieldset data-testid="delivery-options-container">
        <legend className="sr-only">Ways of delivery</legend>
        <div className="space-y-3">
          {options.map(({ id, name, description, price }) => (
            <RadioCard
              key={id}
              name="optionId"
              value={id}
              defaultChecked={id === chosen?.id}
              label={name}
              description={description}
              aside={price.amount === 0 ? "Free" : formatMoney(price, market.locale)}
              data-testid="delivery-option-radio"
            />
          ))}
        </div>
      </fieldset>
      <SubmitButton
        size="large"
        data-testid="submit-delivery-option-button"
        className="mt-8 w-full sm:w-auto"
      >
        Continue to payment
      </SubmitButton>
    </ActionForm>
  );
}
