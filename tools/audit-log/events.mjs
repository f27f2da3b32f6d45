// @ts-check
import { hashAccount } from "./hash-key.mjs";

/**
 * @typedef {import("pg").Client} Client
 * @typedef {import("./options.mjs").AuditOptions} AuditOptions
 * @typedef {{
 *   at: Date,
 *   type: string,
 *   customerId: string | null,
 *   sessionId: string | null,
 *   orderId: string | null,
 *   detail: Record<string, unknown>,
 * }} AuditEvent
 * @typedef {{ customerIds: string[], accountHashes: string[] }} Person
 */

const COLUMNS = `e."at", e."type", e."customerId", e."sessionId"::text, e."orderId", e."detail"`;

/**
 * The events that the options ask for, newest first.
 * @param {Client} storefront
 * @param {AuditOptions} options
 * @param {Person} [person] whom the option --customer means
 * @returns {Promise<AuditEvent[]>}
 */
export async function listEvents(storefront, { order, type, since, limit }, person) {
  /** @type {unknown[]} */
  const values = [];
  const bind = (/** @type {unknown} */ value) => `$${values.push(value)}`;
  const conditions = [
    order && `e."orderId" = ${bind(order)}`,
    type && typeCondition(type, bind),
    since && `e."at" >= ${bind(since)}`,
    person &&
      `(e."customerId" = ANY(${bind(person.customerIds)}) OR
      e."detail"->>'accountHash' = ANY(${bind(person.accountHashes)}))`,
  ].filter(Boolean);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
  const query = `SELECT ${COLUMNS} FROM "AuditEvent" e ${where} ORDER BY e."at" DESC, e."id" DESC LIMIT ${bind(limit)}`;
  const { rows } = await storefront.query(query, values);
  return rows;
}

/**
 * @param {string} type
 * @param {(value: unknown) => string} bind
 */
function typeCondition(type, bind) {
  return type.includes(".") ? `e."type" = ${bind(type)}` : `e."type" LIKE ${bind(`${type}.%`)}`;
}

/**
 * Whom a person means by an id or an e-mail address. Attempts to sign in know no customer, only the hash of the
 * address that was typed.
 * @param {Client} medusa
 * @param {string} customer
 * @param {(string | Buffer)[]} hashKeys
 * @returns {Promise<Person>}
 */
export async function findPerson(medusa, customer, hashKeys) {
  const isEmail = customer.includes("@");
  const { rows } = await medusa.query(
    `SELECT id, lower(email) AS email FROM customer WHERE ${isEmail ? "lower(email)" : "id"} = $1`,
    [isEmail ? customer.toLowerCase() : customer],
  );
  const emails = isEmail ? [customer.toLowerCase()] : rows.map(({ email }) => String(email));
  return {
    customerIds: isEmail ? rows.map(({ id }) => String(id)) : [customer],
    accountHashes: emails.flatMap((email) => hashKeys.map((key) => hashAccount(email, key))),
  };
}
