import "server-only";
import { cacheLife } from "next/cache";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * The cache life of "not found": 60 seconds, also in caches that cannot be purged. `expire` is five minutes because Next
 * does not prerender anything that expires earlier.
 */
export const NOT_FOUND_LIFE = { stale: 30, revalidate: 60, expire: 300 } as const;

/** Sets the cache life of "not found" for the page that awaits it. */
export async function setNotFoundLife(): Promise<void> {
  "use cache";
  cacheLife(NOT_FOUND_LIFE);
}

/** The cache life of a fallback: stale at once, so that the first visit reads again; expires after a year. */
const UNTIL_FIRST_VISIT = { stale: 30, revalidate: 1, expire: 31_536_000 };

/**
 * Lets `next build` run without a backend: pages are built from the fallback and rendered again on their first visit.
 * In a running shop an outage stays an error, and the last good page stays up. Only inside a `use cache` function.
 */
export async function fallbackDuringBuild<T>(fallback: T, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const isOutage = error instanceof AppError && error.code === "unavailable";
    if (!isOutage || !env.isBuilding) throw error;
    console.warn("The backend does not answer: building without its catalogue.");
    cacheLife(UNTIL_FIRST_VISIT);
    return fallback;
  }
}
