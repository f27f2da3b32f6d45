import { ERROR_TEXT, type Failure } from "@/lib/errors";

/** What to tell a shopper about a failure in one sentence: the field's own, more exact words where there are some. */
export function getErrorMessage({ code, fields }: Failure): string {
  const [first] = Object.values(fields ?? {});
  return first ?? ERROR_TEXT[code];
}
