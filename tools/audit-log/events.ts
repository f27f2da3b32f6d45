import type pg from "pg";
import { hashAccount } from "./hash-key";
import type { AuditLogOptions } from "./options";

export type AuditEvent = {
  at: Date;
  type: string;
  customerId: string | null;
  sessionId: string | null;
  orderId: string | null;
  detail: Record<string, unknown>;
};

/** A customer, by every id and hash that events may name them by. */
export type CustomerKeys = { customerIds: string[]; accountHashes: string[] };

const COLUMNS = `e."at", e."type", e."customerId", e."sessionId"::text, e."orderId", e."detail"`;

/** The events that the options ask for, newest first. `customer` is the one of the option --customer. */
export async function listEvents(
  storefront: pg.Client,
  { order, type, since, limit }: AuditLogOptions,
  customer?: CustomerKeys,
): Promise<AuditEvent[]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = [
    order && `e."orderId" = ${bind(order)}`,
    type && (type.includes(".") ? `e."type" = ${bind(type)}` : `e."type" LIKE ${bind(`${type}.%`)}`),
    since && `e."at" >= ${bind(since)}`,
    customer &&
      `(e."customerId" = ANY(${bind(customer.customerIds)}) OR
      e."detail"->>'accountHash' = ANY(${bind(customer.accountHashes)}))`,
  ].filter(Boolean);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
  const query = `SELECT ${COLUMNS} FROM "AuditEvent" e ${where} ORDER BY e."at" DESC, e."id" DESC LIMIT ${bind(limit)}`;
  return (await storefront.query<AuditEvent>(query, values)).rows;
}

/**
 * Finds a customer by id or e-mail address. Failed sign-ins name no customer, only the hash of the address that was
 * typed, with any of the keys.
 */
export async function findCustomer(
  medusa: pg.Client,
  idOrEmail: string,
  hashKeys: (string | Buffer)[],
): Promise<CustomerKeys> {
  const isEmail = idOrEmail.includes("@");
  const { rows } = await medusa.query<{ id: string; email: string }>(
    `SELECT id, lower(email) AS email FROM customer WHERE ${isEmail ? "lower(email)" : "id"} = $1`,
    [isEmail ? idOrEmail.toLowerCase() : idOrEmail],
  );
  const emails = isEmail ? [idOrEmail.toLowerCase()] : rows.map(({ email }) => email);
  return {
    customerIds: isEmail ? rows.map(({ id }) => id) : [idOrEmail],
    accountHashes: emails.flatMap((email) => hashKeys.map((key) => hashAccount(email, key))),
  };
}
