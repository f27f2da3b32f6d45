"use client";

import { lookUpOrder } from "./actions";
import { ActionForm } from "@/components/ui/action-form";
import { EmailInput } from "@/components/ui/email-input";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { useFormAction } from "@/components/ui/use-form-action";

/** Requests the link to an order. The result is the same whether number and address belong together or not. */
export function LookUpForm({ country }: { country: string }) {
  const { state, failure, form } = useFormAction(lookUpOrder, "look-up");
  return (
    <ActionForm form={form} className="space-y-5">
      <input type="hidden" name="country" value={country} />
      <FormError state={state} marked={["number", "email"]} testId="look-up-error" />
      {state?.ok && (
        <Notice tone="good" data-testid="look-up-message">
          If number and address belong to an order, a message with a link to it is on its way. The link works
          for 60 days.
        </Notice>
      )}
      <Field
        name="number"
        label="Order number"
        inputMode="numeric"
        autoComplete="off"
        required
        defaultValue={failure?.values?.number}
        error={failure?.fields?.number}
        data-testid="order-number-input"
      />
      <EmailInput
        defaultValue={failure?.values?.email}
        error={failure?.fields?.email}
        data-testid="email-input"
      />
      <SubmitButton size="large" className="w-full" data-testid="look-up-button">
        Send me the link
      </SubmitButton>
    </ActionForm>
  );
}
