import type { ReactNode, Ref } from "react";
import { Notice } from "@/components/ui/notice";
import { WayOutLink } from "@/components/ui/way-out-link";
import { ERROR_TEXT, type Failure, type Result } from "@/lib/errors";

type FormErrorProps = {
  state: Result | null;
  /** The fields that the form marks itself; a name that ends in a dot stands for all that begin with it. */
  marked?: readonly string[];
  testId?: string;
  className?: string;
  ref?: Ref<HTMLDivElement>;
  /** The way out, such as a link. */
  children?: ReactNode;
};

/**
 * What went wrong with a form as a whole, and the way out. Takes the focus when no single field is to blame: see
 * `useFormAction`.
 */
export function FormError(props: FormErrorProps) {
  const { state, marked, testId = "error-message", className, ref, children } = props;
  if (!state || state.ok) return null;
  return (
    <Notice ref={ref} tone="bad" tabIndex={-1} data-testid={testId} className={className}>
      {describe(state, marked)} {children ?? <WayOutLink code={state.code} />}
    </Notice>
  );
}

/** Says itself what is wrong with a field that the form does not mark, such as a hidden one. */
function describe({ code, fields = {} }: Failure, marked: readonly string[] = []): string {
  const { form = "", ...others } = fields;
  if (code !== "invalid") return `${ERROR_TEXT[code]} ${form}`.trim();
  const isMarked = (name: string) =>
    marked.some((each) => name === each || (each.endsWith(".") && name.startsWith(each)));
  const unmarked = Object.entries(others).filter(([name]) => !isMarked(name));
  const said = [form, ...unmarked.map(([, message]) => message)].filter(Boolean);
  const isAnyMarked = unmarked.length < Object.keys(others).length;
  return [...(isAnyMarked ? [ERROR_TEXT.invalid] : []), ...new Set(said)].join(" ");
}
