"use client";

import { signOutEverywhere } from "./actions";
import { ActionForm } from "@/components/ui/action-form";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";

/** Signs out everywhere, in case a session was copied; this browser gets a new session. */
export function EverywhereForm({ country }: { country: string }) {
  const { state, form } = useFormAction(signOutEverywhere, "everywhere");
  return (
    <section aria-labelledby="everywhere-heading" className="mt-14">
      <h2 id="everywhere-heading" className="display text-xl">
        Something looks wrong?
      </h2>
      <p className="mt-2 mb-5 max-w-prose text-muted">
        Ends every session there is, copies included. This browser gets a new one; everything else has to sign
        in again. If somebody may know your password, change it instead: that does the same.
      </p>
      <ActionForm form={form} className="space-y-5">
        <input type="hidden" name="country" value={country} />
        <FormError state={state} />
        {state?.ok && (
          <Notice tone="good" data-testid="success-message">
            Done. Only this browser is signed in.
          </Notice>
        )}
        <SubmitButton tone="secondary" data-testid="sign-out-everywhere-button">
          Sign out everywhere
        </SubmitButton>
      </ActionForm>
    </section>
  );
}
