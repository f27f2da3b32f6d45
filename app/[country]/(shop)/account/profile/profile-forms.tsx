"use client";

import { changeEmail, changePassword, saveName, savePhone } from "./actions";
import { ProfileForm } from "./profile-form";
import { NameFields } from "@/components/account/name-fields";
import { useFormAction } from "@/components/ui/use-form-action";
import type { Customer } from "@/lib/customer/customer";
import { Field } from "@/components/ui/field";
import { EmailInput } from "@/components/ui/email-input";
import { PASSWORD_MIN_LENGTH } from "@/lib/auth/password-rules";

export function NameForm({ customer }: { customer: Customer }) {
  const { state, failure, form } = useFormAction(saveName, "name");
  return (
    <ProfileForm
      state={state}
      form={form}
      title="Name"
      marked={["firstName", "lastName"]}
      testId="account-name-editor"
    >
      <NameFields values={{ ...customer, ...failure?.values }} errors={failure?.fields ?? {}} />
    </ProfileForm>
  );
}

export function PhoneForm({ customer }: { customer: Customer }) {
  const { state, failure, form } = useFormAction(savePhone, "phone");
  return (
    <ProfileForm state={state} form={form} title="Phone" marked={["phone"]} testId="account-phone-editor">
      <Field
        name="phone"
        label="Phone"
        type="tel"
        autoComplete="tel"
        defaultValue={failure?.values?.phone ?? customer.phone}
        error={failure?.fields?.phone}
        data-testid="phone-input"
      />
    </ProfileForm>
  );
}

/** Changes the e-mail address. Needs the password, as the mailbox gives access to the account; the old one is notified. */
export function EmailForm({ customer }: { customer: Customer }) {
  const { state, failure, form } = useFormAction(changeEmail, "email");
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

export function PasswordForm({ customer }: { customer: Customer }) {
  const { state, failure, form } = useFormAction(changePassword, "password");
  return (
    <ProfileForm
      marked={["currentPassword", "newPassword"]}
      state={state}
      form={form}
      title="Password"
      testId="account-password-editor"
      savedText="Saved. Every other device has been signed out."
    >
      {/* For password managers. */}
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

/** The current password, which confirms that the owner makes the change. */
function CurrentPasswordField({ error }: { error: string | undefined }) {
  return (
    <Field
      name="currentPassword"
      label="Current password"
      type="password"
      autoComplete="current-password"
      required
      error={error}
      data-testid="old-password-input"
    />
  );
}
