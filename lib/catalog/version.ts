import "server-only";
import { randomUUID } from "node:crypto";
import { cacheLife, cacheTag } from "next/cache";
import { TAGS } from "@/lib/catalog/cache-tags";

/**
 * A version of the catalogue that changes with every change to a list. Reads that are cached by it are never older than the
 * last change that the backend has reported: pages that are rendered for each request have no stale copy to fall back on.
 */
export async function getVersion(): Promise<string> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.version);
  return randomUUID();
}
