import "server-only";
import { cookies } from "next/headers";
import { hostCookie } from "@/lib/http/cookies";

/**
 * Announces when to retry. A server action cannot set response headers, only cookies, so this sets a cookie from which
 * `next.config.ts` makes the header `Retry-After` on the pages with rate-limited forms, until the wait is over.
 */
export async function announceRetryAfter(end: Date): Promise<void> {
  const seconds = Math.max(1, Math.ceil((end.getTime() - Date.now()) / 1_000));
  const { name, options } = retryAfterCookie(seconds);
  // A date (RFC 9110, 10.2.3) stays true however late it is read. Not a secret: it is sent as a header.
  (await cookies()).set(name, end.toUTCString(), { ...options, httpOnly: false });
}

/** `next.config.ts` repeats the name, as it cannot use `lib/env`. */
function retryAfterCookie(seconds: number) {
  return hostCookie("cloakroom-wait", seconds);
}
