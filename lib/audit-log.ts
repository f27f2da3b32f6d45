import "server-only";
import { database } from "@/lib/db";
import { hashId } from "@/lib/hash";
import { keyedHash } from "@/lib/keyed-hash";
import { AppError } from "@/lib/errors";
import { logLimited } from "@/lib/log";
import { countAgainst, RATE_LIMITS } from "@/lib/rate-limit";
import { readRequestClient } from "@/lib/http/client-ip";
import type { Prisma } from "@/prisma/generated/client";

type SessionRef = { customerId: string; sessionId: string };

/** The session that caused an entry; nulls for a guest. */
type Actor = { customerId: string | null; sessionId: string | null };

/** The actor of an attempt without a session. */
export const NOBODY = { customerId: null, sessionId: null } as const;

/** An attempt without a session. `account`: the e-mail address that was typed. */
type Attempt = typeof NOBODY & { account: string; ip: string | null };

/**
 * Every kind of entry in the audit log. `cartId`, `ip` and `account` are stored as hashes only; there is no field for
 * tokens, passwords or names.
 */
export type AuditEntry =
  | (SessionRef & { type: "session.created"; ip: string | null })
  | (SessionRef & { type: "session.renewed"; generation: number })
  | (SessionRef & { type: "session.replayed"; generation: number; current: number })
  | (SessionRef & { type: "session.revoked"; reason: string })
  | (SessionRef & { type: "token.renewed"; endsAt: string })
  | (SessionRef & { type: "token.renewal-failed"; reason: string })
  | (Attempt & { type: "sign-in.failed"; reason: string })
  | (Attempt & { type: "registration.failed"; reason: string })
  | { type: "account.registered"; customerId: string; sessionId: null; ip: string | null }
  | (SessionRef & { type: "account.email-changed"; account: string; ip: string | null })
  | (SessionRef & { type: "account.change-refused"; account: string; ip: string | null; reason: string })
  | (SessionRef & { type: "password.changed"; ip: string | null })
  | (Attempt & { type: "password.reset-requested" })
  | (Attempt & { type: "password.reset-refused"; reason: string })
  | { type: "password.reset"; customerId: string; sessionId: null; ip: string | null }
  | (SessionRef & { type: "cart.merged"; cartId: string; lines: number })
  | (Actor & { type: "cart.refused"; cartId: string; cartCustomerId: string | null })
  | (Actor & { type: "order.placed"; orderId: string; cartId: string; orderCustomerId: string | null })
  | (Actor & { type: "order.refused"; cartId: string; cartCustomerId: string | null; reason: string })
  | (Actor & { type: "order.failed"; cartId: string; reason: string });

/**
 * Adds an entry in the caller's transaction, so that the change and its entry are stored together or not at all.
 * @throws when the database does
 */
export async function insertAuditEntry(db: Pick<Prisma.TransactionClient, "auditEvent">, entry: AuditEntry) {
  await db.auditEvent.create({ data: await toRow(entry) });
}

/** Entries that anybody can cause at will, without a password or a purchase; these are rate-limited. */
const CAUSED_BY_ANYBODY: ReadonlySet<AuditEntry["type"]> = new Set([
  "sign-in.failed",
  "registration.failed",
  "account.change-refused",
  "password.reset-requested",
  "password.reset-refused",
  "cart.refused",
  "order.refused",
  "order.failed",
]);

/**
 * Adds an entry about something that has already happened elsewhere, such as an order in Medusa. Never throws: when the
 * database is down the entry goes to standard error. Entries that anybody can cause are limited per type and IP address
 * (`RATE_LIMITS`); the last one of a window is marked `moreMayFollow`.
 */
export async function recordAuditEntry(entry: AuditEntry): Promise<void> {
  try {
    const isLast = CAUSED_BY_ANYBODY.has(entry.type) ? await countEntry(entry) : false;
    if (isLast === null) return;
    const row = await toRow(entry);
    const data = isLast ? { ...row, detail: { ...(row.detail as object), moreMayFollow: true } } : row;
    await database().auditEvent.create({ data });
  } catch (cause) {
    const line = JSON.stringify({ at: new Date(), ...toLogLine(entry) });
    if (CAUSED_BY_ANYBODY.has(entry.type))
      logLimited("audit", console.error, "audit entry not stored:", line, cause);
    else console.error("audit entry not stored:", line, cause);
  }
}

/** Counts an entry. @returns whether it is the last of its window; null beyond that one. @throws when the database does */
async function countEntry(entry: AuditEntry): Promise<boolean | null> {
  const { ip } = await readRequestClient();
  const key = ip ? await keyedHash("address", ip) : "unknown";
  try {
    const count = await countAgainst("audit-line", `${entry.type}:${key}`);
    return count === RATE_LIMITS["audit-line"].points;
  } catch (error) {
    if (error instanceof AppError && error.code === "too-many-attempts") return null;
    throw error;
  }
}

/** The entry for standard error, without the fields whose hashes need the key in the database. */
function toLogLine(entry: AuditEntry) {
  const { cartId, ip: _address, account: _account, ...facts } = { ...ABSENT, ...entry };
  return { ...facts, cartHash: cartId && hashId("cart", cartId) };
}

const ABSENT: Record<"orderId" | "cartId" | "ip" | "account", string | null> = {
  account: null,
  orderId: null,
  cartId: null,
  ip: null,
};

async function toRow(entry: AuditEntry): Promise<Prisma.AuditEventCreateInput> {
  const { type, customerId, sessionId, orderId, cartId, ip, account, ...detail } = {
    ...ABSENT,
    ...entry,
  };
  return {
    type,
    customerId,
    sessionId,
    orderId,
    cartHash: cartId && hashId("cart", cartId),
    addressHash: ip && (await keyedHash("address", ip)),
    detail: account ? { ...detail, accountHash: await keyedHash("account", account) } : detail,
  };
}
