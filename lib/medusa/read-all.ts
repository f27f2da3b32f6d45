import "server-only";
import { z } from "zod";
import { readPublic, type Query } from "@/lib/medusa/client";
import { lenientList, parseResponse } from "@/lib/medusa/parse";

const BATCH = 100;

/** `key`: the field of the response that holds the list. */
type ListDescription<S extends z.ZodType> = { key: string; entry: S };

/**
 * Reads a list of the backend's completely, page by page. Invalid entries are left out and logged.
 * @throws AppError "unavailable"
 */
export async function readAll<S extends z.ZodType>(
  path: string,
  { key, entry }: ListDescription<S>,
  query: Query,
): Promise<z.output<S>[]> {
  const response = z.object({ count: z.number(), [key]: lenientList(entry, key) });
  const entries: z.output<S>[] = [];
  for (let offset = 0, total = 1; offset < total; offset += BATCH) {
    const page = parseResponse(response, await readPublic(path, { ...query, limit: BATCH, offset }));
    entries.push(...(page[key] as z.output<S>[]));
    total = page.count as number;
  }
  return entries;
}
