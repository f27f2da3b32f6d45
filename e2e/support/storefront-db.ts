import pg from "pg";
import { environment } from "./environment";

/** Reasons for the end of a session other than a sign-out, as stored. */
export type SessionEnd = "idle" | "expired" | "password-changed" | "password-reset" | "refused" | "replayed";

export type AuditEvent = { type: string; customerId: string | null; orderId: string | null; detail: unknown };

/** Queries the storefront's database, or another one. For what takes days to happen otherwise, and for audit data. */
export async function queryDb<Row>(
  text: string,
  values: unknown[],
  connectionString = environment.storefrontDatabaseUrl,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Makes the storefront's database unavailable: closes its connections and refuses new ones. */
export async function closeDatabase(): Promise<void> {
  await allowConnections(false);
  const terminate = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1";
  await queryDb(terminate, [readDatabaseName()], environment.medusaDatabaseUrl);
}

export async function openDatabase(): Promise<void> {
  await allowConnections(true);
}

async function allowConnections(isAllowed: boolean): Promise<void> {
  const change = `ALTER DATABASE "${readDatabaseName()}" ALLOW_CONNECTIONS ${isAllowed}`;
  await queryDb(change, [], environment.medusaDatabaseUrl);
}

function readDatabaseName(): string {
  return new URL(environment.storefrontDatabaseUrl).pathname.slice(1);
}

/** Ends all sessions of a customer: by moving their expiry, or by revoking them with a reason. */
export async function endSessions(customerId: string, end: SessionEnd): Promise<void> {
  const change = {
    idle: `"medusaTokenExpiresAt" = now() - interval '1 second'`,
    expired: `"expiresAt" = now() - interval '1 second'`,
  } as const;
  const set = end === "idle" || end === "expired" ? change[end] : `"revokedAt" = now(), "revokedReason" = $2`;
  const values = end === "idle" || end === "expired" ? [customerId] : [customerId, end];
  await queryDb(`UPDATE "Session" SET ${set} WHERE "customerId" = $1 AND "revokedAt" IS NULL`, values);
}

/** Makes the backend tokens of the customer's sessions due for a refresh. */
export async function makeTokensDue(customerId: string): Promise<void> {
  await queryDb(
    `UPDATE "Session" SET "medusaTokenExpiresAt" = now() + interval '30 seconds' WHERE "customerId" = $1`,
    [customerId],
  );
}

/** The generation of the customer's newest session: the number of rotations so far. */
export async function readGeneration(customerId: string): Promise<number> {
  const [row] = await queryDb<{ generation: number }>(
    `SELECT generation FROM "Session" WHERE "customerId" = $1 ORDER BY "createdAt" DESC LIMIT 1`,
    [customerId],
  );
  return row?.generation ?? 0;
}

/** Medusa's id of the customer's cart, which gives access to the cart. */
export async function readCartId(customerId: string): Promise<string> {
  const [row] = await queryDb<{ cartId: string }>(
    `SELECT "cartId" FROM "CustomerCart" WHERE "customerId" = $1`,
    [customerId],
  );
  return row?.cartId ?? "";
}

/** Replaces the customer's cart id by one that the backend does not know. */
export async function replaceCartId(customerId: string): Promise<void> {
  const id = `cart_${customerId.slice(-26)}`;
  await queryDb(`UPDATE "CustomerCart" SET "cartId" = $2 WHERE "customerId" = $1`, [customerId, id]);
}

export async function listAuditEvents(
  where: { orderId: string } | { customerId: string },
): Promise<AuditEvent[]> {
  const column = "orderId" in where ? "orderId" : "customerId";
  const value = "orderId" in where ? where.orderId : where.customerId;
  return queryDb<AuditEvent>(
    `SELECT type, "customerId", "orderId", detail FROM "AuditEvent" WHERE "${column}" = $1 ORDER BY id`,
    [value],
  );
}

/** Ends the grace period of replaced session tokens: they count as replayed from now on. */
export async function expireGracePeriod(customerId: string): Promise<void> {
  await queryDb(`UPDATE "Session" SET confirmations = '{}' WHERE "customerId" = $1`, [customerId]);
}
