import "server-only";
import { cacheLife } from "next/cache";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/** Asked again on the first visit, kept for as long as anything. */
const UNTIL_VISITED = { stale: 30, revalidate: 1, expire: 31_536_000 };

/**
 * Lets `next build` run without a backend: a page is then built from nothing, and made anew once it is visited. Only
 * then: in a running shop an outage stays an error, and the last good page stays up.
 * Only inside a `use cache` function.
 */
export async function orWhileBuilding<T>(nothing: T, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const isOutage = error instanceof AppError && error.code === "unavailable";
    if (!isOutage || !env.isBuilding) throw error;
    console.warn("The backend does not answer: building without its catalogue.");
    cacheLife(UNTIL_VISITED);
    return nothing;
  }
}
