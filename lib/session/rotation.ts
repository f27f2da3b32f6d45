import "server-only";

/** The content of the session cookie. `generation` counts the tokens issued for the session; `issuedAt` is in ms. */
export type SessionToken = { sid: string; generation: number; issuedAt: number };

/** The columns of the session's row that decide whether a token is valid. */
export type SessionRecord = {
  /** The newest generation that the browser has presented. */
  generation: number;
  /** When that generation and the ones before it were first presented, newest first. */
  confirmations: Date[];
  medusaTokenExpiresAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  revokedReason: string | null;
};

/** The limits of sessions. `idleSeconds` is the life of a new backend token. */
type SessionPolicy = { rotateAfterSeconds: number; graceSeconds: number; idleSeconds: number };

/** The time (`now`, in ms) and the limits that hold at that time. */
export type SessionClock = SessionPolicy & { now: number };

/** Why a session was revoked. */
const REVOCATION_REASONS = [
  "signed-out",
  "signed-out-elsewhere",
  "signed-out-everywhere",
  "password-changed",
  "password-reset",
  "email-changed",
  "refused",
  "replayed",
  "too-many-devices",
] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];

/** `idle`: unused for longer than the backend token lives. `expired`: past the absolute limit, or the row is deleted. */
export type EndReason = RevocationReason | "idle" | "expired";

export type TokenEvaluation =
  /** `isFirstUse`: the generation is presented for the first time. `next`: the generation to issue, null for none. */
  | { verdict: "valid"; isFirstUse: boolean; next: number | null }
  | { verdict: "ended"; reason: EndReason }
  | { verdict: "replayed" };

/** Whether a token is old enough to be rotated. Needs no row, so no query. */
export function isRotationDue(token: SessionToken, { now, rotateAfterSeconds }: SessionClock): boolean {
  return now - token.issuedAt >= rotateAfterSeconds * 1_000;
}

/** The whole protocol (docs/decisions/0002): decides whether a token is valid against its row at a given time. */
export function evaluateToken(
  token: SessionToken,
  record: SessionRecord,
  clock: SessionClock,
): TokenEvaluation {
  const reason = findEndReason(record, clock.now);
  if (reason) return { verdict: "ended", reason };

  const offset = token.generation - record.generation;
  if (offset === 0 || offset === 1) {
    return {
      verdict: "valid",
      isFirstUse: offset === 1,
      next: isRotationDue(token, clock) ? token.generation + 1 : null,
    };
  }
  // Issuing the current generation again repairs a browser that lost it after presenting it (a crash before the cookie
  // was written to disk), and one that a late response has sent back to the old token.
  if (offset < 0 && isWithinGrace(record.confirmations[-offset - 1], clock)) {
    return { verdict: "valid", isFirstUse: false, next: record.generation };
  }
  return { verdict: "replayed" };
}

/** The confirmations to store when the next generation is confirmed: the new one, and those still within the grace. */
export function confirmationsAfter(record: SessionRecord, clock: SessionClock): Date[] {
  return [new Date(clock.now), ...record.confirmations.filter((at) => isWithinGrace(at, clock))];
}

function isWithinGrace(supersededAt: Date | undefined, { now, graceSeconds }: SessionClock): boolean {
  return supersededAt !== undefined && now - supersededAt.getTime() <= graceSeconds * 1_000;
}

function findEndReason(record: SessionRecord, now: number): EndReason | null {
  if (record.revokedAt)
    return REVOCATION_REASONS.find((reason) => reason === record.revokedReason) ?? "refused";
  if (record.expiresAt.getTime() <= now) return "expired";
  return record.medusaTokenExpiresAt.getTime() <= now ? "idle" : null;
}
