import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { answerPost, forgetAnswer } from "@/lib/answer";
import { env } from "@/lib/env";
import { AppError, type ErrorCode, type Failure, type FieldErrors, type Result } from "@/lib/errors";
import { parseForm, type ParsedForm } from "@/lib/http/form-data";
import { isSameOrigin } from "@/lib/http/origin";
import { logLimited } from "@/lib/log";
import { announceWait } from "@/lib/retry-after";
import { requireCustomer } from "@/lib/session/session";

const MISSING_TEXT = "Please fill this in.";
const UNUSABLE_TEXT = "This contains a character that cannot be used; please type it again.";
const LONGEST_FORM_NAME = 60;

/** A server action as forms use it, with JavaScript (useActionState) and without. */
export type Action<T> = (previous: Result<T> | null, form: FormData) => Promise<Result<T>>;

/**
 * An action that anyone may call. Checks where the form came from, parses it, and turns expected failures into
 * answers that give nothing of the backend away.
 * @param schema field names with dots ("shipping.city") are nested objects in it
 */
export function publicAction<S extends z.ZodType, T extends object>(
  schema: S,
  run: (input: z.output<S>) => Promise<T>,
): Action<T> {
  return async (_previous, form) => {
    await forgetAnswer();
    const answer = await answerForm(schema, run, form);
    await answerPost(answer, readFormName(form));
    return answer;
  };
}

/**
 * An action for the signed-in customer only.
 * @param schema as for `publicAction`
 */
export function customerAction<S extends z.ZodType, T extends object>(
  schema: S,
  run: (input: z.output<S>) => Promise<T>,
): Action<T> {
  return publicAction(schema, async (input) => {
    await requireCustomer();
    return run(input);
  });
}

/** Which of the page's forms it is: it comes back to the page, so it is short or nothing. */
function readFormName(form: unknown): string {
  const name = form instanceof FormData ? form.get("form") : "";
  return typeof name === "string" && name.length <= LONGEST_FORM_NAME ? name : "";
}

async function answerForm<S extends z.ZodType, T extends object>(
  schema: S,
  run: (input: z.output<S>) => Promise<T>,
  form: FormData,
): Promise<Result<T>> {
  let raw: ParsedForm | null = null;
  try {
    await requireSameOrigin();
    // Whoever knows an action's id can call it with anything.
    if (!(form instanceof FormData)) return { ok: false, code: "unreadable-form" };
    raw = parseForm(form);
    if (!raw) return { ok: false, code: "unreadable-form", values: { form: readFormName(form) } };
    const parsed = schema.safeParse(raw.nested);
    const fields = { ...(parsed.success ? {} : listFieldErrors(parsed.error)), ...listUnusable(raw) };
    if (!parsed.success || raw.unusable.length > 0) {
      return { ok: false, code: "invalid", fields, values: raw.flat };
    }
    return { ok: true, ...(await run(parsed.data)) };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof AppError && error.retryAt) await announceWait(error.retryAt);
    // Nothing is given back of a form that another site sent: it is refused before it is read.
    return { ...toFailure(error), ...(raw ? { values: raw.flat } : {}) };
  }
}

function listUnusable({ unusable }: ParsedForm): FieldErrors {
  return Object.fromEntries(unusable.map((name) => [name, UNUSABLE_TEXT]));
}

/** The first message of each field. What the schema has no words for, such as a field that was not sent, has ours. */
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
    return { ok: false, code: nameFailure(error), ...(error.fields ? { fields: error.fields } : {}) };
  }
  logLimited("action", console.error, "Unexpected failure in an action:", error);
  return { ok: false, code: "unavailable" };
}

/** "invalid" asks to look at marked fields: where none is to blame, it is not the shopper who can mend it. */
function nameFailure({ code, fields, cause }: AppError): ErrorCode {
  if (code !== "invalid" || Object.keys(fields ?? {}).length > 0) return code;
  logLimited("refused", console.error, "Refused by the backend:", cause);
  return "refused";
}

/**
 * Next runs an action that comes without an Origin, believes X-Forwarded-Host when comparing, and leaves the scheme out
 * of it; this does neither. Browsers send Origin with every form they post.
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
