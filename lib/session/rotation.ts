import "server-only";

/** What the cookie says: which session, and which of the tickets that were handed out for it this one is. */
export type Ticket = { sid: string; generation: number; issuedAt: number };

/** What the row says, as far as a ticket's fate depends on it. */
export type SessionRecord = {
  /** The newest generation that the browser has shown. */
  generation: number;
  /** When that one and the ones before it were first shown, newest first. */
  confirmations: Date[];
  medusaTokenExpiresAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  revokedReason: string | null;
};

/** Now, and the limits that the shop is run with. `idleSeconds` is the life of a fresh Medusa token. */
export type Moment = { now: number; rotateAfterSeconds: number; graceSeconds: number; idleSeconds: number };

/** Why somebody or something ended a session before its time. */
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

/** `idle`: unused for longer than the Medusa token lives. `expired`: past the absolute limit, or no longer on record. */
export type EndReason = RevocationReason | "idle" | "expired";

export type Decision =
  /** `confirms`: the browser shows this generation for the first time. `next`: the generation it should hold instead. */
  | { verdict: "valid"; confirms: boolean; next: number | null }
  | { verdict: "ended"; reason: EndReason }
  | { verdict: "replayed" };

/** Old enough to be exchanged. Needs no row, so that finding out costs no query. */
export function isDue(ticket: Ticket, { now, rotateAfterSeconds }: Moment): boolean {
  return now - ticket.issuedAt >= rotateAfterSeconds * 1_000;
}

/** The whole protocol (docs/decisions/0002): what one ticket is worth against its row, at one moment. */
export function decide(ticket: Ticket, record: SessionRecord, moment: Moment): Decision {
  const reason = endOf(record, moment.now);
  if (reason) return { verdict: "ended", reason };

  const lead = ticket.generation - record.generation;
  if (lead === 0 || lead === 1) {
    return {
      verdict: "valid",
      confirms: lead === 1,
      next: isDue(ticket, moment) ? ticket.generation + 1 : null,
    };
  }
  // Handing the current generation out again heals a browser that lost it after showing it (a crash before the cookie
  // reached the disk) and one that an overtaken response sent back to the old one.
  if (lead < 0 && isInGrace(record.confirmations[-lead - 1], moment)) {
    return { verdict: "valid", confirms: false, next: record.generation };
  }
  return { verdict: "replayed" };
}

/** The confirmations to keep when the next generation is confirmed: those that still give grace to the one before. */
export function confirmationsWith(record: SessionRecord, moment: Moment): Date[] {
  return [new Date(moment.now), ...record.confirmations.filter((at) => isInGrace(at, moment))];
}

function isInGrace(supersededAt: Date | undefined, { now, graceSeconds }: Moment): boolean {
  return supersededAt !== undefined && now - supersededAt.getTime() <= graceSeconds * 1_000;
}

function endOf(record: SessionRecord, now: number): EndReason | null {
  if (record.revokedAt)
    return REVOCATION_REASONS.find((reason) => reason === record.revokedReason) ?? "refused";
  if (record.expiresAt.getTime() <= now) return "expired";
  return record.medusaTokenExpiresAt.getTime() <= now ? "idle" : null;
}
