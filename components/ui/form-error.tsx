import type { ReactNode, Ref } from "react";
import { Notice } from "@/components/ui/notice";
import { RecoveryLink } from "@/components/ui/recovery-link";
import { ERROR_TEXT, type Failure, type Result } from "@/lib/errors";

type FormErrorProps = {
  state: Result | null;
  /** The fields whose errors the form shows itself; a name that ends with a dot is a prefix. */
  marked?: readonly string[];
  testId?: string;
  className?: string;
  ref?: Ref<HTMLDivElement>;
  /** Replaces the recovery link. */
  children?: ReactNode;
};

/** The error of a form as a whole, with a recovery link. Focused if no field is invalid: see `useFormAction`. */
export function FormError(props: FormErrorProps) {
  const { state, marked, testId = "error-message", className, ref, children } = props;
  if (!state || state.ok) return null;
  return (
    <Notice ref={ref} tone="bad" tabIndex={-1} data-testid={testId} className={className}>
      {describeError(state, marked)} {children ?? <RecoveryLink code={state.code} />}
    </Notice>
  );
}

/** Includes the errors of fields that the form does not show, such as hidden ones. */
function describeError({ code, fields = {} }: Failure, marked: readonly string[] = []): string {
  const { form = "", ...others } = fields;
  if (code !== "invalid") return `${ERROR_TEXT[code]} ${form}`.trim();
  const isMarked = (name: string) =>
    marked.some((each) => name === each || (each.endsWith(".") && name.startsWith(each)));
  const unmarked = Object.entries(others).filter(([name]) => !isMarked(name));
  const said = [form, ...unmarked.map(([, message]) => message)].filter(Boolean);
  const isAnyMarked = unmarked.length < Object.keys(others).length;
  return [...(isAnyMarked ? [ERROR_TEXT.invalid] : []), ...new Set(said)].join(" ");
}
