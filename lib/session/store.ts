import "server-only";
import { insertAuditEntry, type AuditEntry } from "@/lib/audit-log";
import { database } from "@/lib/db";
import { keyedHash } from "@/lib/keyed-hash";
import { ABSOLUTE_LIMIT_SECONDS } from "@/lib/session/cookie";
import { confirmationsAfter, type SessionClock, type RevocationReason } from "@/lib/session/rotation";
import type { Prisma, Session } from "@/prisma/generated/client";

/** Longer than a call to the backend may take, so that only a request that died loses its claim. */
const CLAIM_SECONDS = 15;

/** Active sessions per customer: enough for a household with all its devices. */
const MAX_SESSIONS = 20;

/** The row's columns for a backend token. */
export type BackendTokenColumns = Pick<Session, "medusaToken" | "medusaTokenExpiresAt">;
type NewSession = BackendTokenColumns & { customerId: string; userAgent: string; ip: string | null };

/** Why a session is revoked; for a replay also the generation of the old token that was presented. */
export type Revocation =
  { reason: Exclude<RevocationReason, "replayed"> } | { reason: "replayed"; generation: number };

type Revocations = { customerId: string; reason: Exclude<RevocationReason, "replayed">; except?: string };

/**
 * The session rows. Every update states the state it expects and returns false when another request was faster
 * (compare and set), whatever the number of instances. Only `create` takes a lock, for the limit of sessions.
 */
export const sessionStore = {
  /** Creates a row. Every sign-in gets a new one, which rules out session fixation. @param now in ms */
  async create(session: NewSession, now: number): Promise<Session> {
    const { ip, ...columns } = session;
    const expiresAt = new Date(now + ABSOLUTE_LIMIT_SECONDS * 1_000);
    const addressHash = ip && (await keyedHash("address", ip));
    return database().$transaction(async (db) => {
      // Serializes the sign-ins of a customer: two that do not see each other's rows would exceed the limit.
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sessions\n${columns.customerId}`}, 0))`;
      const row = await db.session.create({ data: { ...columns, addressHash, expiresAt } });
      await insertAuditEntry(db, { ...toSessionRef(row), type: "session.created", ip });
      await revokeOverLimit(db, row, now);
      return row;
    });
  },

  find(id: string): Promise<Session | null> {
    return database().session.findUnique({ where: { id } });
  },

  /** Moves the row to the next generation: once, however many concurrent requests present it for the first time. */
  confirm(session: Session, clock: SessionClock): Promise<boolean> {
    const generation = session.generation + 1;
    const now = new Date(clock.now);
    return updateUnrevoked(
      { id: session.id, generation: session.generation },
      { generation, confirmations: confirmationsAfter(session, clock), lastSeenAt: now },
      { ...toSessionRef(session), type: "session.renewed", generation },
    );
  },

  /** Ends the session for good. A row that is revoked already keeps its first reason. @param now in ms */
  revoke(session: Session, revocation: Revocation, now: number): Promise<boolean> {
    const ref = toSessionRef(session);
    return updateUnrevoked(
      { id: session.id },
      { revokedAt: new Date(now), revokedReason: revocation.reason },
      revocation.reason === "replayed"
        ? {
            ...ref,
            type: "session.replayed",
            generation: revocation.generation,
            current: session.generation,
          }
        : { ...ref, type: "session.revoked", reason: revocation.reason },
    );
  },

  /**
   * Revokes every session of a customer, each with an entry in the audit log: all of them, or none.
   * @param except the id of a session to keep
   */
  async revokeAll({ customerId, reason, except }: Revocations): Promise<void> {
    await database().$transaction(async (db) => {
      const revoked = await db.session.updateManyAndReturn({
        where: { customerId, revokedAt: null, ...(except ? { id: { not: except } } : {}) },
        data: { revokedAt: new Date(), revokedReason: reason },
      });
      for (const session of revoked)
        await insertAuditEntry(db, { ...toSessionRef(session), type: "session.revoked", reason });
    });
  },

  /** True for the one request that is to refresh the row's backend token. A claim lapses after `CLAIM_SECONDS`. */
  async claimRefresh({ id, medusaTokenExpiresAt }: Session, now: number): Promise<boolean> {
    const lapsed = new Date(now - CLAIM_SECONDS * 1_000);
    const { count } = await database().session.updateMany({
      where: {
        id,
        medusaTokenExpiresAt,
        revokedAt: null,
        OR: [{ tokenRenewalAt: null }, { tokenRenewalAt: { lt: lapsed } }],
      },
      data: { tokenRenewalAt: new Date(now) },
    });
    return count === 1;
  },

  replaceToken(session: Session, token: BackendTokenColumns): Promise<boolean> {
    const endsAt = token.medusaTokenExpiresAt.toISOString();
    return updateUnrevoked(
      { id: session.id },
      { ...token, tokenRenewalAt: null },
      { ...toSessionRef(session), type: "token.renewed", endsAt },
    );
  },

  /** Releases the claim after a failure that does not end the session. */
  releaseRefresh(session: Session, reason: string): Promise<boolean> {
    return updateUnrevoked(
      { id: session.id },
      { tokenRenewalAt: null },
      { ...toSessionRef(session), type: "token.renewal-failed", reason },
    );
  },
};

/** Revokes the customer's least recently used sessions beyond `MAX_SESSIONS`, each with an entry in the audit log. */
async function revokeOverLimit(db: Prisma.TransactionClient, { id, customerId }: Session, now: number) {
  const at = new Date(now);
  const active = { customerId, revokedAt: null, expiresAt: { gt: at }, medusaTokenExpiresAt: { gt: at } };
  const others = await db.session.findMany({
    where: { ...active, id: { not: id } },
    orderBy: [{ lastSeenAt: "desc" }, { createdAt: "desc" }],
    select: { id: true },
  });
  const reason = "too-many-devices";
  const revoked = await db.session.updateManyAndReturn({
    where: { id: { in: others.slice(MAX_SESSIONS - 1).map((other) => other.id) }, revokedAt: null },
    data: { revokedAt: at, revokedReason: reason },
  });
  for (const session of revoked)
    await insertAuditEntry(db, { ...toSessionRef(session), type: "session.revoked", reason });
}

/** The part that concerns one existing session. */
export type SessionStore = Omit<typeof sessionStore, "create" | "revokeAll">;

/** Updates one row that is not revoked and records it in the audit log, or does neither. */
function updateUnrevoked(
  where: Prisma.SessionWhereInput,
  data: Prisma.SessionUpdateManyMutationInput,
  entry: AuditEntry,
) {
  return database().$transaction(async (db) => {
    const { count } = await db.session.updateMany({ where: { ...where, revokedAt: null }, data });
    if (count === 1) await insertAuditEntry(db, entry);
    return count === 1;
  });
}

function toSessionRef({ id, customerId }: Session) {
  return { sessionId: id, customerId };
}
