"use client";

import { changePassword } from "./actions";
import { CurrentPasswordField } from "./current-password-field";
import { ProfileForm } from "./profile-form";
import { Field } from "@/components/ui/field";
import { useFormAction } from "@/components/ui/use-form-action";
import type { Customer } from "@/lib/customer/customer";
import { PASSWORD_MIN_LENGTH } from "@/lib/schemas";

export function PasswordForm({ customer }: { customer: Customer }) {
  const { state, form } = useFormAction(changePassword, "password");
  const failure = state?.ok === false ? state : null;
  return (
    <ProfileForm
      marked={["currentPassword", "newPassword"]}
      state={state}
      form={form}
      title="Password"
      testId="account-password-editor"
      savedText="Saved. Every other device has been signed out."
    >
      {/* Tells a password manager whose password it is. */}
      <input type="hidden" name="username" autoComplete="username" defaultValue={customer.email} />
      <CurrentPasswordField error={failure?.fields?.currentPassword} />
      <Field
        name="newPassword"
        label="New password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${PASSWORD_MIN_LENGTH} characters. Every other device is signed out.`}
        required
        error={failure?.fields?.newPassword}
        data-testid="new-password-input"
      />
    </ProfileForm>
  );
}
