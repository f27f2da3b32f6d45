import "server-only";
import { z } from "zod";
import { readPublic, type Query } from "@/lib/medusa/client";
import { listOf, parseAnswer } from "@/lib/medusa/parse";

const BATCH = 100;

/** `key`: under which an answer has the entries. */
type List<S extends z.ZodType> = { key: string; entry: S };

/**
 * Every entry of one of the backend's lists, however long it is. One that cannot be read is left out.
 * @throws AppError "unavailable"
 */
export async function readAll<S extends z.ZodType>(
  path: string,
  { key, entry }: List<S>,
  query: Query,
): Promise<z.output<S>[]> {
  const answer = z.object({ count: z.number(), [key]: listOf(entry, key) });
  const entries: z.output<S>[] = [];
  for (let offset = 0, total = 1; offset < total; offset += BATCH) {
    const page = parseAnswer(answer, await readPublic(path, { ...query, limit: BATCH, offset }));
    entries.push(...(page[key] as z.output<S>[]));
    total = page.count as number;
  }
  return entries;
}
