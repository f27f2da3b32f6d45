import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { flashAndRedirect, clearFlash } from "@/lib/forms/flash";
import { env } from "@/lib/env";
import { AppError, type ErrorCode, type Failure, type FieldErrors, type Result } from "@/lib/errors";
import { parseForm, type ParsedForm } from "@/lib/forms/form-data";
import { isSameOrigin } from "@/lib/http/origin";
import { logLimited } from "@/lib/log";
import { announceRetryAfter } from "@/lib/forms/retry-after";

const MISSING_TEXT = "Please fill this in.";
const UNUSABLE_TEXT = "This contains a character that cannot be used; please type it again.";
const MAX_FORM_NAME_LENGTH = 60;

/** A server action for a form, with JavaScript (`useActionState`) and without. */
export type Action<T> = (previous: Result<T> | null, form: FormData) => Promise<Result<T>>;

/**
 * A server action that anyone may call. Checks the form's origin and limits, parses it, and turns expected errors into
 * results that reveal nothing of the backend.
 * @param schema of the form's fields; a dotted field name ("shipping.city") is a nested object
 * @param run gets the parsed input; what it returns is merged into the successful result
 */
export function publicAction<S extends z.ZodType, T extends object>(
  schema: S,
  run: (input: z.output<S>) => Promise<T>,
): Action<T> {
  return async (_previous, form) => {
    await clearFlash();
    const result = await runAction(schema, run, form);
    await flashAndRedirect(result, readFormName(form));
    return result;
  };
}

/** The name of the form, empty if it is too long: it is echoed to the page. */
function readFormName(form: unknown): string {
  const name = form instanceof FormData ? form.get("form") : "";
  return typeof name === "string" && name.length <= MAX_FORM_NAME_LENGTH ? name : "";
}

async function runAction<S extends z.ZodType, T extends object>(
  schema: S,
  run: (input: z.output<S>) => Promise<T>,
  form: FormData,
): Promise<Result<T>> {
  let raw: ParsedForm | null = null;
  try {
    await requireSameOrigin();
    // An action can be called directly, with any arguments.
    if (!(form instanceof FormData)) return { ok: false, code: "unreadable-form" };
    raw = parseForm(form);
    if (!raw) return { ok: false, code: "unreadable-form", values: { form: readFormName(form) } };
    const parsed = schema.safeParse(raw.nested);
    const fields = { ...(parsed.success ? {} : listFieldErrors(parsed.error)), ...listUnusableFields(raw) };
    if (!parsed.success || raw.unusable.length > 0) {
      return { ok: false, code: "invalid", fields, values: raw.flat };
    }
    return { ok: true, ...(await run(parsed.data)) };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof AppError && error.retryAt) await announceRetryAfter(error.retryAt);
    // No values are returned for a form from another origin: it is refused before it is parsed.
    return { ...toFailure(error), ...(raw ? { values: raw.flat } : {}) };
  }
}

function listUnusableFields({ unusable }: ParsedForm): FieldErrors {
  return Object.fromEntries(unusable.map((name) => [name, UNUSABLE_TEXT]));
}

/** The first message of each field. Zod's own messages, as for a missing field, are replaced by `MISSING_TEXT`. */
function listFieldErrors(error: z.ZodError): FieldErrors {
  const messages = error.issues.map(({ path, message }) => {
    const text = message.startsWith("Invalid input") ? MISSING_TEXT : message;
    return [path.join("."), text] as const;
  });
  return Object.fromEntries(messages.toReversed());
}

function toFailure(error: unknown): Failure {
  if (error instanceof AppError) {
    if (error.code === "unavailable")
      logLimited("backend", console.error, "Backend unavailable:", error.cause ?? error);
    return { ok: false, code: toErrorCode(error), ...(error.fields ? { fields: error.fields } : {}) };
  }
  logLimited("action", console.error, "Unexpected failure in an action:", error);
  return { ok: false, code: "unavailable" };
}

/** The code to return. "invalid" becomes "refused" if no field is marked: its text asks to check the marked fields. */
function toErrorCode({ code, fields, cause }: AppError): ErrorCode {
  if (code !== "invalid" || Object.keys(fields ?? {}).length > 0) return code;
  logLimited("refused", console.error, "Refused by the backend:", cause);
  return "refused";
}

/**
 * Requires an `Origin` of this site, which browsers send with every form post. Next's own check is weaker: it runs
 * actions without `Origin`, trusts `X-Forwarded-Host` and ignores the scheme.
 * @throws AppError "cross-origin"
 */
async function requireSameOrigin(): Promise<void> {
  const incoming = await headers();
  const target = {
    host: incoming.get("host"),
    forwardedProto: incoming.get("x-forwarded-proto"),
    storefrontUrl: env.storefrontUrl,
  };
  if (!isSameOrigin(incoming.get("origin"), target)) throw new AppError("cross-origin");
}
