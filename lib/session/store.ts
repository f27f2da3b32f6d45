import "server-only";
import { insertAuditEntry, type AuditEntry } from "@/lib/audit";
import { database } from "@/lib/db";
import { keyedHash } from "@/lib/keyed-hash";
import { ABSOLUTE_LIMIT_SECONDS } from "@/lib/session/cookie";
import { confirmationsWith, type Moment, type RevocationReason } from "@/lib/session/rotation";
import type { Prisma, Session } from "@/prisma/generated/client";

/** Longer than a call to the backend may take, so that only a request that died loses its claim. */
const CLAIM_SECONDS = 15;

/** Of one customer that live at the same time, as many as a household with all its devices has. */
const MAX_SESSIONS = 20;

/** The row's columns for a Medusa token. */
export type SealedToken = Pick<Session, "medusaToken" | "medusaTokenExpiresAt">;
type Device = Pick<Session, "id" | "customerId">;
type NewDevice = SealedToken & { customerId: string; userAgent: string; address: string | null };

/** Why a row is ended; a replay also says which old ticket was shown. */
export type Revocation =
  { reason: Exclude<RevocationReason, "replayed"> } | { reason: "replayed"; generation: number };

type Revocations = { customerId: string; reason: Exclude<RevocationReason, "replayed">; except?: string };

/**
 * The rows. Every change states what it expects to find and answers false when another request was faster, so that
 * any number of requests on any number of instances need no other lock.
 */
export const sessionStore = {
  /** A new row for every sign-in, so that nobody can prepare a session for somebody else. */
  async open(device: NewDevice, now: number): Promise<Session> {
    const { address, ...columns } = device;
    const expiresAt = new Date(now + ABSOLUTE_LIMIT_SECONDS * 1_000);
    const addressHash = address && (await keyedHash("address", address));
    return database().$transaction(async (db) => {
      // One sign-in of a customer at a time: two that do not see each other's rows would exceed the cap.
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sessions\n${columns.customerId}`}, 0))`;
      const session = await db.session.create({ data: { ...columns, addressHash, expiresAt } });
      await insertAuditEntry(db, { ...deviceOf(session), type: "session.created", address });
      await endBeyondCap(db, session, now);
      return session;
    });
  },

  find(id: string): Promise<Session | null> {
    return database().session.findUnique({ where: { id } });
  },

  /** Moves the row to the next generation: once, however many requests show it for the first time together. */
  confirm(session: Session, moment: Moment): Promise<boolean> {
    const generation = session.generation + 1;
    const now = new Date(moment.now);
    return change(
      { id: session.id, generation: session.generation },
      { generation, confirmations: confirmationsWith(session, moment), lastSeenAt: now },
      { ...deviceOf(session), type: "session.renewed", generation },
    );
  },

  /** Ends the session for good. A row that has ended keeps its first reason. */
  revoke(session: Session, revocation: Revocation, now: number): Promise<boolean> {
    const device = deviceOf(session);
    return change(
      { id: session.id },
      { revokedAt: new Date(now), revokedReason: revocation.reason },
      revocation.reason === "replayed"
        ? {
            ...device,
            type: "session.replayed",
            generation: revocation.generation,
            current: session.generation,
          }
        : { ...device, type: "session.revoked", reason: revocation.reason },
    );
  },

  /**
   * Ends every session of a customer, each with its line in the log: all of them, or none.
   * @param except one that goes on
   */
  async revokeAll({ customerId, reason, except }: Revocations): Promise<void> {
    await database().$transaction(async (db) => {
      const ended = await db.session.updateManyAndReturn({
        where: { customerId, revokedAt: null, ...(except ? { id: { not: except } } : {}) },
        data: { revokedAt: new Date(), revokedReason: reason },
      });
      for (const session of ended)
        await insertAuditEntry(db, { ...deviceOf(session), type: "session.revoked", reason });
    });
  },

  /** True for the one request that is to renew the token which this row holds, until it answers or is given up. */
  async claimToken({ id, medusaTokenExpiresAt }: Session, now: number): Promise<boolean> {
    const givenUp = new Date(now - CLAIM_SECONDS * 1_000);
    const { count } = await database().session.updateMany({
      where: {
        id,
        medusaTokenExpiresAt,
        revokedAt: null,
        OR: [{ tokenRenewalAt: null }, { tokenRenewalAt: { lt: givenUp } }],
      },
      data: { tokenRenewalAt: new Date(now) },
    });
    return count === 1;
  },

  replaceToken(session: Session, token: SealedToken): Promise<boolean> {
    const endsAt = token.medusaTokenExpiresAt.toISOString();
    return change(
      { id: session.id },
      { ...token, tokenRenewalAt: null },
      { ...deviceOf(session), type: "token.renewed", endsAt },
    );
  },

  /** Gives the claim back after a failure that ends nothing. */
  keepToken(session: Session, reason: string): Promise<boolean> {
    return change(
      { id: session.id },
      { tokenRenewalAt: null },
      { ...deviceOf(session), type: "token.renewal-failed", reason },
    );
  },
};

/** Ends the sessions of the customer that are too many, the least recently used ones, each with its line in the log. */
async function endBeyondCap(db: Prisma.TransactionClient, { id, customerId }: Session, now: number) {
  const at = new Date(now);
  const living = { customerId, revokedAt: null, expiresAt: { gt: at }, medusaTokenExpiresAt: { gt: at } };
  const others = await db.session.findMany({
    where: { ...living, id: { not: id } },
    orderBy: [{ lastSeenAt: "desc" }, { createdAt: "desc" }],
    select: { id: true },
  });
  const reason = "too-many-devices";
  const ended = await db.session.updateManyAndReturn({
    where: { id: { in: others.slice(MAX_SESSIONS - 1).map((other) => other.id) }, revokedAt: null },
    data: { revokedAt: at, revokedReason: reason },
  });
  for (const session of ended)
    await insertAuditEntry(db, { ...deviceOf(session), type: "session.revoked", reason });
}

/** What a living session needs of it. */
export type SessionStore = Omit<typeof sessionStore, "open" | "revokeAll">;

/** Changes one living row and records it, or neither. */
function change(
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

function deviceOf({ id, customerId }: Device) {
  return { sessionId: id, customerId };
}
