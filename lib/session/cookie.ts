import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { hostCookie } from "@/lib/http/cookies";
import { createSealer, type Sealer } from "@/lib/seal";
import type { SessionToken } from "@/lib/session/rotation";
import { cookies } from "next/headers";
import { hashId } from "@/lib/hash";

/** The absolute lifetime of a session, used or not. */
export const ABSOLUTE_LIMIT_SECONDS = 90 * 86_400;

/**
 * The request header in which the middleware passes on the token that the browser presented, when it replaces the
 * cookie. Sealed like the cookie, so a client that sends the header itself gains nothing.
 */
export const PRESENTED_TOKEN_HEADER = "x-cloakroom-presented-token";

/** The middleware's matcher has to repeat both names (with and without `__Host-`), as Next reads it without running it. */
export function sessionCookie() {
  return hostCookie("cloakroom-session", ABSOLUTE_LIMIT_SECONDS);
}

/**
 * Set beside the session cookie until rotation is due; while a browser sends it, the matcher skips the middleware.
 * Not a credential: without it the token is checked earlier than necessary, a forged one only delays rotation.
 */
export function freshCookie() {
  return hostCookie("cloakroom-young", env.sessionRotateAfterSeconds);
}

/** The content of the session cookie, encrypted and authenticated. */
export const sessionTokenSealer: Sealer<SessionToken> = createSealer({
  // Part of the key: another purpose would invalidate every cookie in use.
  purpose: "session-ticket",
  schema: z.object({
    sid: z.uuid(),
    generation: z.int().min(0).max(2_000_000_000),
    issuedAt: z.int().min(0),
  }),
  // Counts from the last rotation, so a token outlives its row, and the row can still say why the session ended.
  lifetimeSeconds: ABSOLUTE_LIMIT_SECONDS,
  maxLength: 1_024,
});

/** A token, and the sealed text that it was read from. */
type PresentedToken = { token: SessionToken; text: string };

/**
 * The token that the browser presented, null for none or an invalid one.
 * @param cookie the request's session cookie, which the middleware may have replaced
 * @param carried the value of `PRESENTED_TOKEN_HEADER`; ignored unless it is an older token of the cookie's session
 */
export async function readPresentedToken(cookie: string | undefined, carried: string | null) {
  const current = await unsealToken(cookie);
  const presented = current && carried ? await unsealToken(carried) : null;
  return current && presented && isOlderCopy(presented.token, current.token) ? presented : current;
}

async function unsealToken(text: string | undefined): Promise<PresentedToken | null> {
  const token = await sessionTokenSealer.unseal(text);
  return text && token ? { token, text } : null;
}

/** False for a token of another session: a sign-in has replaced the cookie since. */
function isOlderCopy(token: SessionToken, other: SessionToken): boolean {
  return token.sid === other.sid && token.generation < other.generation;
}

/**
 * Notes in a cookie that this browser has been told why its session ended; from then on it counts as a guest's. Only in
 * a route handler. The session cookie is not deleted: the response could arrive late and delete the cookie of a sign-in
 * that happened meanwhile in another tab.
 */
export async function acknowledgeSessionEnd(): Promise<void> {
  const jar = await cookies();
  const token = await sessionTokenSealer.unseal(jar.get(sessionCookie().name)?.value);
  const { name, options } = endNoticeCookie();
  // Not a secret: it stands for a session that has ended.
  if (token) jar.set(name, hashSessionId(token), { ...options, httpOnly: false });
}

/** Whether this browser has been told that the token's session ended. */
export async function isEndAcknowledged(token: SessionToken): Promise<boolean> {
  return (await cookies()).get(endNoticeCookie().name)?.value === hashSessionId(token);
}

function endNoticeCookie() {
  return hostCookie("cloakroom-told", ABSOLUTE_LIMIT_SECONDS);
}

function hashSessionId({ sid }: SessionToken): string {
  return hashId("told", sid);
}
