import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { answerPost, forgetAnswer } from "@/lib/answer";
import { env } from "@/lib/env";
import { AppError, type Failure, type FieldErrors, type Result } from "@/lib/errors";
import { parseForm } from "@/lib/form";
import { logLimited } from "@/lib/log";
import { announceWait } from "@/lib/retry-after";
import { requireCustomer } from "@/lib/session";

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
    const name = form.get("form");
    await answerPost(answer, typeof name === "string" ? name : "");
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

async function answerForm<S extends z.ZodType, T extends object>(
  schema: S,
  run: (input: z.output<S>) => Promise<T>,
  form: FormData,
): Promise<Result<T>> {
  const raw = parseForm(form);
  try {
    await requireSameOrigin();
    const parsed = schema.safeParse(raw.nested);
    if (!parsed.success) {
      return { ok: false, code: "invalid", fields: listFieldErrors(parsed.error), values: raw.flat };
    }
    return { ok: true, ...(await run(parsed.data)) };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof AppError && error.retryAt) await announceWait(error.retryAt);
    const failure = toFailure(error);
    // What another site put into a form is not ours to give back.
    return failure.code === "cross-origin" ? failure : { ...failure, values: raw.flat };
  }
}

/** The first message of each field. */
function listFieldErrors(error: z.ZodError): FieldErrors {
  const messages = error.issues.map((issue) => [issue.path.join("."), issue.message] as const);
  return Object.fromEntries(messages.toReversed());
}

function toFailure(error: unknown): Failure {
  if (error instanceof AppError) {
    if (error.code === "unavailable")
      logLimited("backend", console.error, "Backend unavailable:", error.cause ?? error);
    return { ok: false, code: error.code, ...(error.fields ? { fields: error.fields } : {}) };
  }
  logLimited("action", console.error, "Unexpected failure in an action:", error);
  return { ok: false, code: "unavailable" };
}

/**
 * Next runs an action that comes without an Origin, and believes X-Forwarded-Host when comparing; this does neither.
 * Browsers send Origin with every form they post.
 * @throws AppError "cross-origin"
 */
async function requireSameOrigin(): Promise<void> {
  const incoming = await headers();
  const origin = incoming.get("origin");
  if (origin === new URL(env.storefrontUrl).origin) return;
  const isSameHost = origin !== null && URL.canParse(origin) && new URL(origin).host === incoming.get("host");
  if (!isSameHost) throw new AppError("cross-origin");
}
