import "server-only";
import { database } from "@/lib/db";
import { hashId } from "@/lib/hash";
import { keyedHash } from "@/lib/keyed-hash";
import { AppError } from "@/lib/errors";
import { logLimited } from "@/lib/log";
import { countAgainst, RATE_LIMITS } from "@/lib/rate-limit";
import { readDevice } from "@/lib/session/device";
import type { Prisma } from "@/prisma/generated/client";

type Device = { customerId: string; sessionId: string };

/** Who the storefront took the shopper for. Nulls: a guest. */
type Shopper = { customerId: string | null; sessionId: string | null };

/** Nobody known yet. `account` is the e-mail address that was typed. */
type Attempt = { customerId: null; sessionId: null; account: string; address: string | null };

/**
 * Everything the audit log can say. `cartId`, `address` and `account` are kept as hashes only; tokens, passwords and
 * names have no field to go into.
 */
export type AuditEntry =
  | (Device & { type: "session.created"; address: string | null })
  | (Device & { type: "session.renewed"; generation: number })
  | (Device & { type: "session.replayed"; generation: number; current: number })
  | (Device & { type: "session.revoked"; reason: string })
  | (Device & { type: "token.renewed"; endsAt: string })
  | (Device & { type: "token.renewal-failed"; reason: string })
  | (Attempt & { type: "sign-in.failed"; reason: string })
  | (Attempt & { type: "registration.failed"; reason: string })
  | { type: "account.registered"; customerId: string; sessionId: null; address: string | null }
  | (Device & { type: "account.email-changed"; account: string; address: string | null })
  | (Device & { type: "account.change-refused"; account: string; address: string | null; reason: string })
  | (Device & { type: "password.changed"; address: string | null })
  | (Attempt & { type: "password.reset-requested" })
  | (Attempt & { type: "password.reset-refused"; reason: string })
  | { type: "password.reset"; customerId: string; sessionId: null; address: string | null }
  | (Device & { type: "cart.merged"; cartId: string; lines: number })
  | (Shopper & { type: "cart.refused"; cartId: string; cartCustomerId: string | null })
  | (Shopper & { type: "order.placed"; orderId: string; cartId: string; orderCustomerId: string | null })
  | (Shopper & { type: "order.refused"; cartId: string; cartCustomerId: string | null; reason: string })
  | (Shopper & { type: "order.failed"; cartId: string; reason: string });

/**
 * Adds one line to the log, inside the caller's transaction: the change and its record stand or fall together.
 * @throws when the database does
 */
export async function insertAuditEntry(db: Pick<Prisma.TransactionClient, "auditEvent">, entry: AuditEntry) {
  await db.auditEvent.create({ data: await toRow(entry) });
}

/** What anybody can cause at will, without a right password and without buying anything. */
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
 * Adds one line about something that has already happened elsewhere (an order in Medusa) and cannot be undone because
 * the log is away: then the line goes to standard error instead, and the shopper is not disturbed. Of what anybody can
 * cause at will, a machine gets so many lines of each kind in a window (`RATE_LIMITS`), and the last of them says that
 * there may have been more.
 */
export async function recordAuditEntry(entry: AuditEntry): Promise<void> {
  try {
    const isLast = CAUSED_BY_ANYBODY.has(entry.type) ? await isLastOfWindow(entry) : false;
    if (isLast === null) return;
    const row = await toRow(entry);
    const data = isLast ? { ...row, detail: { ...(row.detail as object), moreMayFollow: true } } : row;
    await database().auditEvent.create({ data });
  } catch (cause) {
    const line = JSON.stringify({ at: new Date(), ...describe(entry) });
    if (CAUSED_BY_ANYBODY.has(entry.type))
      logLimited("audit", console.error, "audit entry not stored:", line, cause);
    else console.error("audit entry not stored:", line, cause);
  }
}

/** Counts a line. Null when the window has had all it may have. @throws when the database does */
async function isLastOfWindow(entry: AuditEntry): Promise<boolean | null> {
  const { address } = await readDevice();
  const key = address ? await keyedHash("address", address) : "unknown";
  try {
    const count = await countAgainst("audit-line", `${entry.type}:${key}`);
    return count === RATE_LIMITS["audit-line"].points;
  } catch (error) {
    if (error instanceof AppError && error.code === "too-many-attempts") return null;
    throw error;
  }
}

/** For standard error: what needs no key of the database's. */
function describe(entry: AuditEntry) {
  const { cartId, address: _address, account: _account, ...facts } = { ...ABSENT, ...entry };
  return { ...facts, cartHash: cartId && hashId("cart", cartId) };
}

const ABSENT: Record<"orderId" | "cartId" | "address" | "account", string | null> = {
  account: null,
  orderId: null,
  cartId: null,
  address: null,
};

async function toRow(entry: AuditEntry): Promise<Prisma.AuditEventCreateInput> {
  const { type, customerId, sessionId, orderId, cartId, address, account, ...detail } = {
    ...ABSENT,
    ...entry,
  };
  return {
    type,
    customerId,
    sessionId,
    orderId,
    cartHash: cartId && hashId("cart", cartId),
    addressHash: address && (await keyedHash("address", address)),
    detail: account ? { ...detail, accountHash: await keyedHash("account", account) } : detail,
  };
}
