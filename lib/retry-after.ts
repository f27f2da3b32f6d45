import "server-only";
import { cookies } from "next/headers";
import { hostCookie } from "@/lib/host-cookie";

/**
 * Next lets a server action set no header of its answer, but cookies; `next.config.ts` makes the header `Retry-After` of
 * this one, on every page with a form that has such a limit, from the next request on until the wait is over.
 * @param end when to try again
 */
export async function announceWait(end: Date): Promise<void> {
  const seconds = Math.max(1, Math.ceil((end.getTime() - Date.now()) / 1_000));
  const { name, options } = waitCookie(seconds);
  // As RFC 9110 10.2.3 has it: a date stays true, however late it is read.
  // No secret, and said aloud in the header.
  (await cookies()).set(name, end.toUTCString(), { ...options, httpOnly: false });
}

/** Its name stands in `next.config.ts` too, which cannot read the environment as `lib` does. */
function waitCookie(seconds: number) {
  return hostCookie("cloakroom-wait", seconds);
}
