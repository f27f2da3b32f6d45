"use client";

import Link from "next/link";
import { getAuthHref } from "@/components/account/auth-href";
import { NameFields } from "@/components/account/name-fields";
import { ActionForm } from "@/components/ui/action-form";
import { EmailInput } from "@/components/ui/email-input";
import { Field } from "@/components/ui/field";
import { useFormAction, type FormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { PASSWORD_MIN_LENGTH } from "@/lib/auth/password-rules";

type RegisterFormProps = { action: FormAction<never>; country: string; next: string | undefined };

/** The registration form. After an error the typed values are kept, except the password. */
export function RegisterForm({ action, country, next }: RegisterFormProps) {
  const { state, failure, form } = useFormAction(action, "register");
  const { values = {}, fields = {} } = failure ?? {};
  const signInHref = getAuthHref(country, "login", next);
  const field = (name: string) => ({ name, defaultValue: values[name], error: fields[name] });
  return (
    <>
      <ActionForm form={form} className="space-y-5">
        <input type="hidden" name="country" value={country} />
        {next && <input type="hidden" name="next" value={next} />}
        <FormError
          state={state}
          marked={["firstName", "lastName", "email", "phone", "password"]}
          testId="register-error"
        >
          {state?.ok === false && state.code === "already-registered" && (
            <Link href={signInHref} prefetch={false} className="font-medium link">
              Sign in
            </Link>
          )}
        </FormError>
        <NameFields values={values} errors={fields} />
        <EmailInput defaultValue={values.email} error={fields.email} data-testid="email-input" />
        <Field {...field("phone")} label="Phone" type="tel" autoComplete="tel" data-testid="phone-input" />
        <Field
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          hint={`At least ${PASSWORD_MIN_LENGTH} characters.`}
          required
          error={fields.password}
          data-testid="password-input"
        />
        <SubmitButton size="large" className="w-full" data-testid="register-button">
          Create account
        </SubmitButton>
      </ActionForm>
      <p className="mt-6 text-sm text-muted">
        You have one already?{" "}
        <Link href={signInHref} prefetch={false} className="link" data-testid="login-link">
          Sign in
        </Link>
      </p>
    </>
  );
}
