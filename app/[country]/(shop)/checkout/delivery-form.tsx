"use client";

import { saveDelivery } from "./actions";
import { DeliveryOptions } from "./delivery-options";
import { useFreshPage } from "./fresh-page";
import { ActionForm } from "@/components/ui/action-form";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DeliveryChoice } from "@/lib/checkout/delivery";
import { getDeliveryField } from "@/lib/checkout/steps";
import type { Market } from "@/lib/markets";

type DeliveryFormProps = { market: Market; choices: DeliveryChoice[] };

/** The ways of delivery of each shipment, cheapest first; that one is chosen until the shopper chooses another. */
export function DeliveryForm({ market, choices }: DeliveryFormProps) {
  const { state, form } = useFormAction(saveDelivery, "delivery");
  useFreshPage(state);
  const errors = (state?.ok === false && state.fields) || {};
  const names = choices.map((_, index) => getDeliveryField(index));
  return (
    <ActionForm form={form} className="max-w-2xl">
      <input type="hidden" name="country" value={market.country} />
      <FormError state={state} marked={names} testId="delivery-option-error-message" className="mb-5" />
      <div data-testid="delivery-options-container" className="space-y-8">
        {choices.map((choice, index) => (
          <DeliveryOptions
            key={choice.shipment.profileId}
            {...choice}
            name={names[index] ?? ""}
            place={choices.length > 1 ? `${index + 1} of ${choices.length}` : null}
            error={errors[names[index] ?? ""]}
            locale={market.locale}
          />
        ))}
      </div>
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
