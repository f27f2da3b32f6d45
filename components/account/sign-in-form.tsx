"use client";

import Link from "next/link";
import { getAuthHref } from "@/components/account/auth-href";
import { ActionForm } from "@/components/ui/action-form";
import { EmailInput } from "@/components/ui/email-input";
import { Field } from "@/components/ui/field";
import { useFormAction, type FormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";

type SignInFormProps = { action: FormAction<never>; country: string; next: string | undefined };

/** The sign-in form, with the attributes that password managers need. */
export function SignInForm({ action, country, next }: SignInFormProps) {
  const { state, failure, form } = useFormAction(action, "sign-in");
  const { values = {}, fields = {} } = failure ?? {};
  return (
    <>
      <ActionForm form={form} className="space-y-5">
        <input type="hidden" name="country" value={country} />
        {next && <input type="hidden" name="next" value={next} />}
        <FormError state={state} marked={["email", "password"]} testId="login-error-message" />
        <EmailInput
          autoComplete="username"
          defaultValue={values.email}
          error={fields.email}
          data-testid="email-input"
        />
        <Field
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          error={fields.password}
          data-testid="password-input"
        />
        <p className="text-sm">
          <Link
            href={`/${country}/forgot-password`}
            prefetch={false}
            className="link"
            data-testid="forgot-password-link"
          >
            Forgotten your password?
          </Link>
        </p>
        <SubmitButton size="large" className="w-full" data-testid="sign-in-button">
          Sign in
        </SubmitButton>
      </ActionForm>
      <p className="mt-6 text-sm text-muted">
        No account yet?{" "}
        <Link
          href={getAuthHref(country, "register", next)}
          prefetch={false}
          className="link"
          data-testid="register-button"
        >
          Create account
        </Link>
        . It is not needed to buy something.
      </p>
    </>
  );
}
