"use client";

import Link from "next/link";
import { requestResetLink } from "./actions";
import { ActionForm } from "@/components/ui/action-form";
import { EmailInput } from "@/components/ui/email-input";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";

/** Requests a reset link. The result is the same whether the address has an account or not. */
export function ForgotForm({ country }: { country: string }) {
  const { state, failure, form } = useFormAction(requestResetLink, "forgot-password");
  return (
    <>
      <ActionForm form={form} className="space-y-5">
        <input type="hidden" name="country" value={country} />
        <FormError state={state} marked={["email"]} testId="forgot-password-error" />
        {state?.ok && (
          <Notice tone="good" data-testid="reset-requested-message">
            If that address has an account here, a message with a link is on its way. The link works once,
            within fifteen minutes.
          </Notice>
        )}
        <EmailInput
          autoComplete="username"
          defaultValue={failure?.values?.email}
          error={failure?.fields?.email}
          data-testid="email-input"
        />
        <SubmitButton size="large" className="w-full" data-testid="request-reset-button">
          Send me a link
        </SubmitButton>
      </ActionForm>
      <p className="mt-6 text-sm text-muted">
        You remember it after all?{" "}
        <Link href={`/${country}/login`} prefetch={false} className="link" data-testid="login-link">
          Sign in
        </Link>
      </p>
    </>
  );
}
