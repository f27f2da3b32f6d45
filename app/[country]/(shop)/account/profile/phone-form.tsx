"use client";

import { savePhone } from "./actions";
import { ProfileForm } from "./profile-form";
import { Field } from "@/components/ui/field";
import { useFormAction } from "@/components/ui/use-form-action";
import type { Customer } from "@/lib/customer/customer";

export function PhoneForm({ customer }: { customer: Customer }) {
  const { state, form } = useFormAction(savePhone, "phone");
  const failure = state?.ok === false ? state : null;
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
