"use client";

import type { FormEvent } from "react";
import { signOut } from "@/app/[country]/(shop)/login/actions";
import { ActionForm } from "@/components/ui/action-form";
import { holdReload } from "@/components/session/hard-navigation";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";

/** A form, not a link, as signing out changes state. */
export function SignOutForm({ country }: { country: string }) {
  const { state, form } = useFormAction(signOut, "sign-out");
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    holdReload();
    form.onSubmit(event);
  };
  return (
    <ActionForm form={{ ...form, onSubmit }}>
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
