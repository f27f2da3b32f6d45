import "server-only";
import { cookies, headers } from "next/headers";
import { connection } from "next/server";
import { cache } from "react";
import { AppError } from "@/lib/errors";
import { logLimited } from "@/lib/log";
import { customerHeaders, type IdentityHeaders } from "@/lib/medusa/headers";
import { readCustomerId, sealBackendToken, unsealBackendToken } from "@/lib/session/backend-token";
import {
  ABSOLUTE_LIMIT_SECONDS,
  freshCookie,
  isEndAcknowledged,
  PRESENTED_TOKEN_HEADER,
  readPresentedToken,
  sessionTokenSealer,
  sessionCookie,
} from "@/lib/session/cookie";
import { readRequestClient } from "@/lib/http/client-ip";
import type { EndReason, SessionToken } from "@/lib/session/rotation";
import { sessionStore } from "@/lib/session/store";
import { sessionDeps, validateSession } from "@/lib/session/validate";
import { writeStateHint } from "@/lib/http/cookies";

/** The session of a signed-in customer. For `lib` alone: neither the ids nor the token may reach a browser. */
export type CustomerSession = { id: string; customerId: string; backendToken: string };

export type SessionState =
  | { status: "guest" }
  | { status: "signed-in"; session: CustomerSession }
  | { status: "ended"; reason: EndReason }
  /** The database does not answer. Nobody is signed out by that, and nothing personal is shown. */
  | { status: "unavailable" };

/**
 * The session of the current request, from its cookie and the session's row: one query. Pages share one result per
 * request; `cache` does nothing in actions and route handlers, so those call it once.
 *
 * `connection()` marks everything after it as belonging to a real request. Without it the development server reports
 * the clock reads below (ours and those of Node's fetch) as errors wherever it tries to prerender.
 */
export const getSession = cache(async (): Promise<SessionState> => {
  const [jar, incoming] = await Promise.all([cookies(), headers(), connection()]);
  const cookie = jar.get(sessionCookie().name)?.value;
  const presented = await readPresentedToken(cookie, incoming.get(PRESENTED_TOKEN_HEADER));
  return presented ? validateToState(presented.token) : { status: "guest" };
});

/**
 * The session of the signed-in customer. Guards everything personal.
 * @throws AppError "signed-out", "unavailable"
 */
export async function requireCustomer(): Promise<CustomerSession> {
  const state = await getSession();
  if (state.status === "signed-in") return state.session;
  throw new AppError(state.status === "unavailable" ? "unavailable" : "signed-out");
}

/**
 * The headers with which the backend is called for the signed-in customer.
 * @throws AppError "signed-out", "unavailable"
 */
export async function requireCustomerHeaders(): Promise<IdentityHeaders> {
  return customerHeaders((await requireCustomer()).backendToken);
}

async function validateToState(token: SessionToken): Promise<SessionState> {
  try {
    const validation = await validateSession(token, sessionDeps);
    if (validation.status === "ended") return await toEndedState(token, validation.reason);
    const { id, customerId, medusaToken } = validation.session;
    const session = { id, customerId, backendToken: await unsealBackendToken(medusaToken) };
    return { status: "signed-in", session };
  } catch (error) {
    if (error instanceof AppError && error.code === "signed-out") return toEndedState(token, "refused");
    const message = `session ${token.sid.slice(0, 8)}: could not be validated.`;
    logLimited("session", console.error, message, error);
    return { status: "unavailable" };
  }
}

/** A sign-out in this browser needs no notice, even if a late response has brought the old cookie back. */
async function toEndedState(token: SessionToken, reason: EndReason): Promise<SessionState> {
  const isKnown = reason === "signed-out" || (await isEndAcknowledged(token));
  return isKnown ? { status: "guest" } : { status: "ended", reason };
}

/**
 * Signs this browser in: creates a row and sets the session cookies. Only in a server action or route handler.
 * @param backendToken a token that Medusa has just issued for a customer
 * @throws when the database does; then nobody is signed in
 */
export async function createSession(backendToken: string): Promise<CustomerSession> {
  const customerId = readCustomerId(backendToken);
  if (!customerId) throw new Error("A token without a customer cannot start a session.");
  const now = Date.now();
  const sealed = await sealBackendToken(backendToken);
  const { id } = await sessionStore.create({ ...sealed, ...(await readRequestClient()), customerId }, now);
  await writeSessionCookies(await sessionTokenSealer.seal({ sid: id, generation: 0, issuedAt: now }));
  await writeStateHint(ABSOLUTE_LIMIT_SECONDS);
  return { id, customerId, backendToken };
}

/** Deletes the session cookies. Does not revoke the session's row or clear the state hint cookie; callers do. */
export async function deleteSessionCookies(): Promise<void> {
  const jar = await cookies();
  for (const { name, options } of [sessionCookie(), freshCookie()])
    jar.set(name, "", { ...options, maxAge: 0 });
}

async function writeSessionCookies(sealed: string): Promise<void> {
  const jar = await cookies();
  const [session, fresh] = [sessionCookie(), freshCookie()];
  jar.set(session.name, sealed, session.options);
  jar.set(fresh.name, "1", fresh.options);
}

/**
 * Revokes the session whose token this browser holds, if there is one. Any generation of the token will do: ending a
 * session needs less proof than using it.
 * @throws when the database does
 */
export async function endSession(reason: "signed-out" | "refused"): Promise<void> {
  const cookie = (await cookies()).get(sessionCookie().name)?.value;
  const token = await sessionTokenSealer.unseal(cookie);
  const session = token && (await sessionStore.find(token.sid));
  if (session) await sessionStore.revoke(session, { reason }, Date.now());
}
