"use client";

import { useEffect, type ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { FormError } from "@/components/ui/form-error";
import type { useFormAction } from "@/components/ui/use-form-action";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";

type ProfileFormProps = Pick<ReturnType<typeof useFormAction>, "state" | "form"> & {
  title: string;
  testId: string;
  savedText?: string;
  /** The names of the form's fields. */
  marked: readonly string[];
  children: ReactNode;
};

/** A section of the profile with its own form. */
export function ProfileForm({ state, form, title, testId, savedText, marked, children }: ProfileFormProps) {
  const { ref } = form;
  // Resets the fields to the saved values, and clears passwords.
  useEffect(() => {
    if (state?.ok) ref.current?.reset();
  }, [state, ref]);
  return (
    <section aria-label={title} data-testid={testId} className="border-t border-line py-8">
      <h2 className="mb-5 display text-xl">{title}</h2>
      <ActionForm form={form} className="max-w-xl space-y-5">
        <FormError state={state} marked={marked} />
        {state?.ok && (
          <Notice tone="good" data-testid="success-message">
            {savedText ?? "Saved."}
          </Notice>
        )}
        {children}
        <SubmitButton tone="secondary" data-testid="save-button">
          Save {title.toLowerCase()}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}
