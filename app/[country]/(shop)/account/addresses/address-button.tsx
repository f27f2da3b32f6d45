"use client";

import { ActionForm } from "@/components/ui/action-form";
import { useFormAction, type FormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";

type AddressButtonProps = {
  action: FormAction<never>;
  country: string;
  id: string;
  label: string;
  /** The address, for screen readers. */
  about: string;
  testId: string;
};

/** A button that runs an action on one address. */
export function AddressButton({ action, country, id, label, about, testId }: AddressButtonProps) {
  const { state, form } = useFormAction(action, `${testId}-${id}`);
  return (
    <ActionForm form={form}>
      <input type="hidden" name="country" value={country} />
      <input type="hidden" name="id" value={id} />
      <FormError state={state} />
      <SubmitButton tone="quiet" size="small" data-testid={testId}>
        {label}
        <span className="sr-only"> {about}</span>
      </SubmitButton>
    </ActionForm>
  );
}
