import "server-only";
import { env } from "@/lib/env";
import { exchangeBackendToken } from "@/lib/session/backend-token";
import { evaluateToken, type EndReason, type SessionClock, type SessionToken } from "@/lib/session/rotation";
import { type BackendTokenColumns, sessionStore, type SessionStore } from "@/lib/session/store";
import type { Session } from "@/prisma/generated/client";

/** What session code depends on. Tests pass their own rows, clock and backend. */
export type SessionDeps = {
  store: SessionStore;
  clock: () => SessionClock;
  /** @throws AppError "signed-out" when the backend refuses the old token for good */
  exchangeToken: (sealed: string) => Promise<BackendTokenColumns>;
};

/** The real rows, clock and backend, with the limits from the environment. */
export const sessionDeps: SessionDeps = {
  store: sessionStore,
  exchangeToken: exchangeBackendToken,
  clock: () => ({
    now: Date.now(),
    rotateAfterSeconds: env.sessionRotateAfterSeconds,
    graceSeconds: env.sessionGraceSeconds,
    idleSeconds: env.sessionIdleSeconds,
  }),
};

export type SessionValidation =
  /** `next`: the generation to issue to the browser, null while its token is fresh. */
  { status: "valid"; session: Session; next: number | null } | { status: "ended"; reason: EndReason };

/**
 * An update can only lose to a concurrent request that confirmed the same generation or revoked the session. One retry
 * sees either; a second covers one followed by the other.
 */
const MAX_ATTEMPTS = 3;

/**
 * Checks a session token against its row and updates the row accordingly: confirms a generation at its first use, and
 * revokes the session when an old copy is presented. Retries on conflict.
 * @throws when the database does
 */
export async function validateSession(
  token: SessionToken,
  { store, clock }: Pick<SessionDeps, "store" | "clock">,
): Promise<SessionValidation> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const session = await store.find(token.sid);
    if (!session) return { status: "ended", reason: "expired" };

    const at = clock();
    const evaluation = evaluateToken(token, session, at);
    if (evaluation.verdict === "ended") return { status: "ended", reason: evaluation.reason };
    if (evaluation.verdict === "replayed") {
      const revocation = { reason: "replayed", generation: token.generation } as const;
      if (await store.revoke(session, revocation, at.now)) return { status: "ended", reason: "replayed" };
    } else if (!evaluation.isFirstUse || (await store.confirm(session, at))) {
      return { status: "valid", session, next: evaluation.next };
    }
  }
  throw new Error("The session changed at every attempt to validate it.");
}
