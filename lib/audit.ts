import "server-only";
import { database } from "@/lib/db";
import { fingerprint } from "@/lib/fingerprint";
import type { Prisma } from "@/prisma/generated/client";

type Device = { customerId: string; sessionId: string };

/** Who the storefront took the shopper for. Nulls: a guest. */
type Shopper = { customerId: string | null; sessionId: string | null };

/** Nobody known yet. `account` is the e-mail address that was typed. */
type Attempt = { customerId: null; sessionId: null; account: string; address: string | null };

/**
 * Everything the audit log can say. `cartId`, `address` and `account` are kept as keyed hashes only; tokens, passwords
 * and names have no field to go into.
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
  await db.auditEvent.create({ data: toRow(entry) });
}

/**
 * Adds one line about something that has already happened elsewhere (an order in Medusa) and cannot be undone because
 * the log is away: then the line goes to standard error instead, whole, and the shopper is not disturbed.
 */
export async function recordAuditEntry(entry: AuditEntry): Promise<void> {
  const row = toRow(entry);
  try {
    await database().auditEvent.create({ data: row });
  } catch (cause) {
    console.error("audit entry not stored:", JSON.stringify({ at: new Date(), ...row }), cause);
  }
}

const ABSENT: Record<"orderId" | "cartId" | "address" | "account", string | null> = {
  account: null,
  orderId: null,
  cartId: null,
  address: null,
};

function toRow(entry: AuditEntry): Prisma.AuditEventCreateInput {
  const { type, customerId, sessionId, orderId, cartId, address, account, ...detail } = {
    ...ABSENT,
    ...entry,
  };
  return {
    type,
    customerId,
    sessionId,
    orderId,
    cartHash: cartId && fingerprint("cart", cartId),
    addressHash: address && fingerprint("address", address),
    detail: account ? { ...detail, accountHash: fingerprint("account", account) } : detail,
  };
}
