import type { ReactNode, Ref } from "react";
import { Notice } from "@/components/ui/notice";
import { ERROR_TEXT, type Result } from "@/lib/errors";

type FormErrorProps = {
  state: Result | null;
  testId?: string;
  className?: string;
  ref?: Ref<HTMLDivElement>;
  /** The way out, such as a link. */
  children?: ReactNode;
};

/** What went wrong with a form as a whole. Takes the focus when no single field is to blame: see `useFormAction`. */
export function FormError({ state, testId = "error-message", className, ref, children }: FormErrorProps) {
  if (!state || state.ok) return null;
  return (
    <Notice ref={ref} tone="bad" tabIndex={-1} data-testid={testId} className={className}>
      {ERROR_TEXT[state.code]} {state.fields?.form} {children}
    </Notice>
  );
}
