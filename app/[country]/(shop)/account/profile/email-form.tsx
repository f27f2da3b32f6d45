"use client";

import { changeEmail } from "./actions";
import { CurrentPasswordField } from "./current-password-field";
import { ProfileForm } from "./profile-form";
import { EmailInput } from "@/components/ui/email-input";
import { useFormAction } from "@/components/ui/use-form-action";
import type { Customer } from "@/lib/customer/customer";

/** Whoever has the mail has the account, so a new address needs the password; the old one is told. */
export function EmailForm({ customer }: { customer: Customer }) {
  const { state, form } = useFormAction(changeEmail, "email");
  const failure = state?.ok === false ? state : null;
  return (
    <ProfileForm
      marked={["email", "currentPassword"]}
      state={state}
      form={form}
      title="E-mail"
      testId="account-email-editor"
      savedText="Saved. From now on you sign in with this address; we have told the old one."
    >
      <p data-testid="current-info" className="text-sm text-muted">
        You sign in with{" "}
        <span data-testid="customer-email" data-value={customer.email} className="wrap-anywhere text-ink">
          {customer.email}
        </span>
        .
      </p>
      <EmailInput
        label="New e-mail"
        defaultValue={failure?.values?.email}
        error={failure?.fields?.email}
        data-testid="email-input"
      />
      <CurrentPasswordField error={failure?.fields?.currentPassword} />
    </ProfileForm>
  );
}
