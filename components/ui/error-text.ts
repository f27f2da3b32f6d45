import { ERROR_TEXT, type Failure } from "@/lib/errors";

/** The message of a failure: the first field's, if there is one, which is more exact than the code's. */
export function getErrorMessage({ code, fields }: Failure): string {
  const [first] = Object.values(fields ?? {});
  return first ?? ERROR_TEXT[code];
}
