"use client";

import { saveName } from "./actions";
import { ProfileForm } from "./profile-form";
import { NameFields } from "@/components/account/name-fields";
import { useFormAction } from "@/components/ui/use-form-action";
import type { Customer } from "@/lib/customer/customer";

export function NameForm({ customer }: { customer: Customer }) {
  const { state, form } = useFormAction(saveName, "name");
  const failure = state?.ok === false ? state : null;
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
