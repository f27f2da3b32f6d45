import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { logLimited } from "@/lib/log";

/**
 * What the backend has answered, as far as it is read. Relations may be null, missing, or lists with null in them: a
 * promotion that is deleted leaves `null` behind in every cart and order that had it.
 * @throws AppError "unavailable" for an answer that cannot be used; the cause names the field
 */
export function parseAnswer<S extends z.ZodType>(schema: S, answer: unknown): z.output<S> {
  const { data, error } = schema.safeParse(answer);
  if (!error) return data;
  throw new AppError("unavailable", { cause: new Error(`The backend's answer is odd: ${describe(error)}`) });
}

/** A text that may be missing, or be something else. */
export const optionalText = z.string().nullish().catch(null);

/** An amount that may be missing, or be something else. */
export const optionalAmount = z.number().nullish().catch(null);

/** A list without its empty places. An entry that cannot be read makes the answer unusable: sums depend on it. */
export function compact<S extends z.ZodType>(entry: S) {
  return z
    .array(entry.nullable())
    .nullish()
    .transform((entries) => (entries ?? []).filter((each) => each !== null));
}

/** A list without its empty places and without entries that cannot be read: these are logged, and cost no other entry. */
export function listOf<S extends z.ZodType>(entry: S, name: string) {
  return z
    .array(z.unknown())
    .nullish()
    .transform((entries): z.output<S>[] =>
      (entries ?? []).flatMap((each) => {
        if (each === null || each === undefined) return [];
        const { data, error } = entry.safeParse(each);
        if (!error) return [data];
        logLimited("answer", console.error, `An odd ${name} is left out: ${describe(error)}`);
        return [];
      }),
    );
}

function describe({ issues: [issue] }: z.ZodError): string {
  return issue ? `${issue.path.join(".") || "all of it"}: ${issue.message}` : "";
}
