"use client";

import { saveDelivery } from "./actions";
import { useRefreshAfterRefusal } from "./step-navigation";
import { ActionForm } from "@/components/ui/action-form";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DeliveryChoice } from "@/lib/checkout/delivery";
import { getDeliveryField } from "@/lib/checkout/steps";
import type { Market } from "@/lib/markets";
import { useId } from "react";
import { RadioCard } from "@/components/ui/radio-card";
import { formatMoney } from "@/lib/money";

type DeliveryFormProps = { market: Market; choices: DeliveryChoice[] };

/** The delivery options of each shipment, cheapest first; the cheapest is preselected. */
export function DeliveryForm({ market, choices }: DeliveryFormProps) {
  const { state, form } = useFormAction(saveDelivery, "delivery");
  useRefreshAfterRefusal(state);
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

type DeliveryOptionsProps = DeliveryChoice & {
  name: string;
  /** The number of the shipment, such as "1 of 2"; null if there is only one. */
  place: string | null;
  error: string | undefined;
  locale: string;
};

/** The delivery options of one shipment, with its items if there are several shipments. */
function DeliveryOptions({ shipment, options, name, place, error, locale }: DeliveryOptionsProps) {
  const errorId = useId();
  const chosen = options.find(({ id }) => id === shipment.delivery?.id) ?? options[0];
  return (
    <fieldset aria-describedby={error ? errorId : undefined}>
      <legend className={place ? "mb-3" : "sr-only"}>
        {place ? (
          <>
            <span className="block font-medium">Delivery {place}</span>
            <span className="block text-sm text-muted">{shipment.titles.join(", ")}</span>
          </>
        ) : (
          "Ways of delivery"
        )}
      </legend>
      {error && (
        <p id={errorId} className="mb-3 text-sm font-medium text-bad">
          {error}
        </p>
      )}
      <div className="space-y-3">
        {options.map(({ id, name: label, description, price }) => (
          <RadioCard
            key={id}
            name={name}
            value={id}
            defaultChecked={id === chosen?.id}
            aria-invalid={error ? true : undefined}
            label={label}
            description={description}
            aside={price.amount === 0 ? "Free" : formatMoney(price, locale)}
            data-testid="delivery-option-radio"
          />
        ))}
      </div>
    </fieldset>
  );
}
