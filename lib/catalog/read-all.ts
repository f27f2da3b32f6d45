import "server-only";
import { readPublic, type Query } from "@/lib/medusa/client";

const BATCH = 100;

/**
 * Every entry of one of the backend's lists, however long it is.
 * @param key under which an answer has them
 * @throws AppError "unavailable"
 */
export async function readAll<T>(path: string, key: string, query: Query): Promise<T[]> {
  const entries: T[] = [];
  for (let total = 1; entries.length < total;) {
    const page = { ...query, limit: BATCH, offset: entries.length };
    const answer = await readPublic<{ count: number } & { [name: string]: T[] | number }>(path, page);
    const found = answer[key];
    if (!Array.isArray(found) || found.length === 0) break;
    entries.push(...found);
    total = answer.count;
  }
  return entries;
}
