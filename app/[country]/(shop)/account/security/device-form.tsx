"use client";

import { signOutDevice, signOutOthers } from "./actions";
import { ActionForm } from "@/components/ui/action-form";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";

type DeviceFormProps = { country: string; publicId: string; name: string };

/** Signs out one other device. */
export function DeviceForm({ country, publicId, name }: DeviceFormProps) {
  const { state, form } = useFormAction(signOutDevice, `device-${publicId}`);
  return (
    <ActionForm form={form}>
      <input type="hidden" name="country" value={country} />
      <input type="hidden" name="publicId" value={publicId} />
      <FormError state={state} />
      <SubmitButton tone="secondary" size="small" data-testid="sign-out-device-button">
        Sign out<span className="sr-only"> {name}</span>
      </SubmitButton>
    </ActionForm>
  );
}

/** Signs out all other devices. */
export function OtherDevicesForm({ country }: { country: string }) {
  const { state, form } = useFormAction(signOutOthers, "other-devices");
  return (
    <ActionForm form={form} className="mt-6">
      <input type="hidden" name="country" value={country} />
      <FormError state={state} />
      <SubmitButton data-testid="sign-out-others-button">Sign out all other devices</SubmitButton>
    </ActionForm>
  );
}
