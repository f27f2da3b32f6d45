import "server-only";
import { AppError } from "@/lib/errors";
import { logLimited } from "@/lib/log";
import type { Desk } from "@/lib/session/admission";
import type { Session } from "@/prisma/generated/client";

/**
 * Renewed once this much of its life is used: the token's life is the idle limit, so a later renewal would sign out
 * shoppers who were away for less than promised. At 14 days this costs the backend one call a day and session.
 */
const RENEW_AFTER_SHARE = 0.1;

export type TokenRenewal = "kept" | "renewed" | "failed" | "refused";

/**
 * Keeps the row's Medusa token fresh. Of many requests at once one asks the backend. An outage ends nothing: the old
 * token holds on, and the next exchange of tickets tries again. Only the backend's plain refusal ends the session.
 */
export async function renewMedusaToken(session: Session, desk: Desk): Promise<TokenRenewal> {
  const { now, idleSeconds } = desk.moment();
  const left = session.medusaTokenExpiresAt.getTime() - now;
  if (left > idleSeconds * 1_000 * (1 - RENEW_AFTER_SHARE)) return "kept";
  if (!(await desk.store.claimToken(session, now))) return "kept";
  try {
    await desk.store.replaceToken(session, await desk.exchangeToken(session.medusaToken));
    return "renewed";
  } catch (error) {
    return settleFailure(session, error, desk);
  }
}

async function settleFailure(
  session: Session,
  error: unknown,
  { store, moment }: Desk,
): Promise<TokenRenewal> {
  const isFinal = error instanceof AppError && error.code === "signed-out";
  const reason = error instanceof AppError ? error.code : "unexpected";
  const words = `session ${session.id.slice(0, 8)}: token not renewed (${reason})`;
  logLimited("token", console.warn, words, isFinal ? "" : error);
  if (!isFinal) await store.keepToken(session, reason);
  else await store.revoke(session, { reason: "refused" }, moment().now);
  return isFinal ? "refused" : "failed";
}
