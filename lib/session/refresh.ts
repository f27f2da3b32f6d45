import "server-only";
import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { logLimited } from "@/lib/log";
import {
  freshCookie,
  PRESENTED_TOKEN_HEADER,
  readPresentedToken,
  sessionTokenSealer,
  sessionCookie,
} from "@/lib/session/cookie";
import { isRotationDue, type SessionToken } from "@/lib/session/rotation";
import { type SessionDeps, sessionDeps, validateSession } from "@/lib/session/validate";
import type { Session } from "@/prisma/generated/client";

/** Makes the middleware's response: `NextResponse.next`, or a redirect or rewrite. */
type Respond = (init?: { request: { headers: Headers } }) => NextResponse;

/** Whether a session token may be due for rotation, by the names of the cookies alone, as the matcher decides it. */
export function mayNeedRotation({ cookies }: NextRequest): boolean {
  return cookies.has(sessionCookie().name) && !cookies.has(freshCookie().name);
}

/**
 * The middleware: rotates a session token that is due, and sets the new one on the request and on the response.
 * Authorises nothing. When the database or the backend is down the request passes unchanged.
 */
export async function rotateSessionCookie(
  request: NextRequest,
  respond: Respond = (init) => NextResponse.next(init),
): Promise<NextResponse> {
  const { name, options } = sessionCookie();
  const carried = request.headers.get(PRESENTED_TOKEN_HEADER);
  const presented = await readPresentedToken(request.cookies.get(name)?.value, carried);
  const rotated = presented && (await sealRotatedToken(presented.token));
  if (!presented || !rotated) return respond();

  // Set on the request first, so that pages, routes and actions behind the middleware all see the same cookie. The
  // header tells them which token the browser has really presented.
  request.cookies.set(name, rotated);
  request.headers.set(PRESENTED_TOKEN_HEADER, presented.text);
  const response = respond({ request: { headers: request.headers } });
  response.cookies.set(name, rotated, options);
  const fresh = freshCookie();
  response.cookies.set(fresh.name, "1", fresh.options);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

/** The value of the new session cookie, null when the old one stays. */
async function sealRotatedToken(token: SessionToken): Promise<string | null> {
  try {
    const rotation = await rotateToken(token, sessionDeps);
    if (!rotation) return null;
    if (!env.isProduction) logRotation(rotation);
    return await sessionTokenSealer.seal(rotation.token);
  } catch (error) {
    const message = `session ${token.sid.slice(0, 8)}: token not rotated, the old one stays.`;
    logLimited("session", console.error, message, error);
    return null;
  }
}

function logRotation({ token, session, backendToken }: Rotation) {
  const next = new Date(token.issuedAt + env.sessionRotateAfterSeconds * 1_000).toISOString();
  const end = session.expiresAt.toISOString();
  console.info(
    `session ${session.id.slice(0, 8)}: token ${token.generation} issued, next due ${next}; ` +
      `backend token ${backendToken}; ends ${end} at the latest`,
  );
}

export type Rotation = { token: SessionToken; session: Session; backendToken: BackendTokenRefresh };

/**
 * The token to issue in exchange for this one; null when it stays, because it is fresh (decided without a query) or
 * invalid. Issuing a token does not change the row: the row moves on when the browser presents the token, so a lost
 * response costs nobody a session (docs/decisions/0002).
 * @throws when the database does
 */
export async function rotateToken(token: SessionToken, deps: SessionDeps): Promise<Rotation | null> {
  if (!isRotationDue(token, deps.clock())) return null;
  const validation = await validateSession(token, deps);
  if (validation.status !== "valid" || validation.next === null) return null;

  const backendToken = await refreshBackendToken(validation.session, deps);
  if (backendToken === "refused") return null;
  const issuedAt = deps.clock().now;
  return {
    token: { sid: token.sid, generation: validation.next, issuedAt },
    session: validation.session,
    backendToken,
  };
}

/**
 * The backend token is refreshed once this share of its life has passed. Its life is the idle limit, so refreshing later
 * would sign out shoppers who were away for less than promised. At 14 days this is one backend call per session and day.
 */
const REFRESH_AFTER_SHARE = 0.1;

export type BackendTokenRefresh = "kept" | "renewed" | "failed" | "refused";

/**
 * Refreshes the row's backend token when it is due; of many concurrent requests, one calls the backend. An outage ends
 * nothing: the old token stays, and the next rotation tries again. Only a refusal by the backend ends the session.
 * @throws when the database does
 */
export async function refreshBackendToken(session: Session, deps: SessionDeps): Promise<BackendTokenRefresh> {
  const { now, idleSeconds } = deps.clock();
  const left = session.medusaTokenExpiresAt.getTime() - now;
  if (left > idleSeconds * 1_000 * (1 - REFRESH_AFTER_SHARE)) return "kept";
  if (!(await deps.store.claimRefresh(session, now))) return "kept";
  try {
    await deps.store.replaceToken(session, await deps.exchangeToken(session.medusaToken));
    return "renewed";
  } catch (error) {
    return handleRefreshFailure(session, error, deps);
  }
}

async function handleRefreshFailure(
  session: Session,
  error: unknown,
  { store, clock }: SessionDeps,
): Promise<BackendTokenRefresh> {
  const isFinal = error instanceof AppError && error.code === "signed-out";
  const reason = error instanceof AppError ? error.code : "unexpected";
  const message = `session ${session.id.slice(0, 8)}: backend token not refreshed (${reason})`;
  logLimited("token", console.warn, message, isFinal ? "" : error);
  if (!isFinal) await store.releaseRefresh(session, reason);
  else await store.revoke(session, { reason: "refused" }, clock().now);
  return isFinal ? "refused" : "failed";
}
