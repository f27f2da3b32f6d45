"use client";

import { signOut } from "@/app/[country]/(shop)/login/actions";
import { ActionForm } from "@/components/ui/action-form";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";

/** A form, not a link, as signing out changes state. */
export function SignOutForm({ country }: { country: string }) {
  const { state, form } = useFormAction(signOut, "sign-out");
  return (
    <ActionForm form={form}>
      <input type="hidden" name="country" value={country} />
      <FormError state={state} />
      <SubmitButton
        tone="quiet"
        className="-ml-5 text-base! font-normal! whitespace-nowrap"
        data-testid="logout-button"
      >
        Sign out
      </SubmitButton>
    </ActionForm>
  );
}
