"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { FormError } from "@/components/ui/form-error";
import type { useFormAction } from "@/components/ui/form-action";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";

type ProfileFormProps = Pick<ReturnType<typeof useFormAction>, "state" | "form"> & {
  title: string;
  testId: string;
  children: ReactNode;
};

/** One thing about the customer that can be changed by itself. */
export function ProfileForm({ state, form, title, testId, children }: ProfileFormProps) {
  return (
    <section aria-label={title} data-testid={testId} className="border-t border-line py-8">
      <h2 className="mb-5 display text-xl">{title}</h2>
      <ActionForm form={form} className="max-w-xl space-y-5">
        <FormError state={state} />
        {state?.ok && (
          <Notice tone="good" data-testid="success-message">
            Saved.
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
