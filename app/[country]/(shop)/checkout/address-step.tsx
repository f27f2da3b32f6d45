"use client";

import { saveAddress } from "./actions";
import { getFirstError, getSavedValues } from "./address-values";
import { BillingFields } from "./billing-fields";
import { EmailField } from "./email-field";
import type { StepProps } from "./steps";
import { AddressFields } from "@/components/address/address-fields";
import { ActionForm } from "@/components/ui/action-form";
import { useFormAction } from "@/components/ui/form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { listNeighbours } from "@/lib/market";

/** Who buys and where it goes. What was typed comes back with every failure, with and without JavaScript. */
export function AddressStep({ cart, market }: StepProps) {
  const { state, form } = useFormAction(saveAddress, "address");
  const failure = state?.ok === false ? state : null;
  const values = failure?.values ?? getSavedValues(cart, market);
  const errors = failure?.fields ?? {};
  const fields = { values, errors, focus: getFirstError(errors), countries: listNeighbours(market) };
  return (
    <ActionForm form={form} className="group/address max-w-2xl">
      <FormError state={state} testId="address-error-message" className="mb-6" />
      <EmailField {...fields} />
      <h3 className="mt-9 mb-4 eyebrow">Deliver to</h3>
      <AddressFields kind="shipping" {...fields} />
      <BillingFields {...fields} />
      <SubmitButton size="large" data-testid="submit-address-button" className="mt-8 w-full sm:w-auto">
        Continue to delivery
      </SubmitButton>
    </ActionForm>
  );
}
