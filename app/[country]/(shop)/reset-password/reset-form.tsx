"use client";

import { resetPassword } from "./actions";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { PASSWORD_MIN_LENGTH } from "@/lib/auth/password-rules";

type ResetFormProps = { country: string; resetToken: string };

/** Sets a new password with a reset link. */
export function ResetForm({ country, resetToken }: ResetFormProps) {
  const { state, failure, form } = useFormAction(resetPassword, "reset-password");
  return (
    <ActionForm form={form} className="space-y-5">
      <input type="hidden" name="country" value={country} />
      <input type="hidden" name="token" value={resetToken} />
      <FormError state={state} marked={["newPassword"]} testId="reset-password-error" />
      <Field
        name="newPassword"
        label="New password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${PASSWORD_MIN_LENGTH} characters. Every device is signed out, and this one signed in.`}
        required
        error={failure?.fields?.newPassword}
        data-testid="new-password-input"
      />
      <SubmitButton size="large" className="w-full" data-testid="reset-password-button">
        Set the password
      </SubmitButton>
    </ActionForm>
  );
}
