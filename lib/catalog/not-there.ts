import "server-only";
import { cacheLife } from "next/cache";

/**
 * How long "there is no such thing" may be believed: 60 seconds, here and in caches that nobody can tell of a change.
 * Next leaves out of a page what expires in less than five minutes.
 */
export const NOT_THERE = { stale: 30, revalidate: 60, expire: 300 } as const;

/** Gives the page that awaits it this short life. */
export async function expireSoon(): Promise<void> {
  "use cache";
  cacheLife(NOT_THERE);
}
