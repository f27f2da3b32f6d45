import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { logLimited } from "@/lib/log";

/**
 * Parses a response of the backend. Schemas must allow relations to be null, missing, or lists that contain null: a
 * deleted promotion leaves `null` in every cart and order that had it.
 * @throws AppError "unavailable" for a response that does not fit; its cause names the field
 */
export function parseResponse<S extends z.ZodType>(schema: S, response: unknown): z.output<S> {
  const { data, error } = schema.safeParse(response);
  if (!error) return data;
  throw new AppError("unavailable", {
    cause: new Error(`Unexpected response from the backend: ${describeIssue(error)}`),
  });
}

/** A text; null if it is missing or of another type. */
export const optionalText = z.string().nullish().catch(null);

/** A number; null if it is missing or of another type. */
export const optionalAmount = z.number().nullish().catch(null);

/** A list without its nulls. An invalid entry fails the whole response: for entries that sums depend on. */
export function strictList<S extends z.ZodType>(entry: S) {
  return z
    .array(entry.nullable())
    .nullish()
    .transform((entries) => (entries ?? []).filter((each) => each !== null));
}

/** A list without its nulls and invalid entries, which are logged. @param name of an entry, for the log */
export function lenientList<S extends z.ZodType>(entry: S, name: string) {
  return z
    .array(z.unknown())
    .nullish()
    .transform((entries): z.output<S>[] =>
      (entries ?? []).flatMap((each) => {
        if (each === null || each === undefined) return [];
        const { data, error } = entry.safeParse(each);
        if (!error) return [data];
        logLimited("answer", console.error, `Invalid ${name} left out of a list: ${describeIssue(error)}`);
        return [];
      }),
    );
}

function describeIssue({ issues: [issue] }: z.ZodError): string {
  return issue ? `${issue.path.join(".") || "(root)"}: ${issue.message}` : "";
}
