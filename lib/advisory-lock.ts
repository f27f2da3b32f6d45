import "server-only";
import { Pool, type PoolClient } from "pg";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/** A pool apart from Prisma's: work under a lock needs Prisma's connections and could deadlock on them. */
const CONNECTIONS = 5;
const TIMEOUT_MS = 5_000;
const IDLE_MS = 10_000;

declare global {
  var cloakroomLocks: Pool | undefined;
}

/**
 * Runs the work under a PostgreSQL advisory lock, if the lock is free. The lock belongs to an otherwise empty
 * transaction, so it ends with its connection and works behind a connection pooler. The queries of the work are not part
 * of that transaction.
 * @param name of the lock, the same on every instance
 * @returns false if the lock is taken; then the work was not run
 * @throws AppError "unavailable", and the errors of the work
 */
export async function withTryLock(name: string, work: () => Promise<void>): Promise<boolean> {
  const client = await connect();
  let isBroken = false;
  const breaks = () => (isBroken = true);
  client.on("error", breaks);
  try {
    if (!(await tryLock(client, name).catch(giveUp))) return false;
    await work();
    return true;
  } finally {
    // Ends the transaction and the lock. A connection on which that fails is closed, which ends both.
    await client.query("ROLLBACK").catch(breaks);
    client.off("error", breaks);
    client.release(isBroken);
  }
}

function locks(): Pool {
  globalThis.cloakroomLocks ??= new Pool({
    connectionString: env.storefrontDatabaseUrl,
    max: CONNECTIONS,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    idleTimeoutMillis: IDLE_MS,
    allowExitOnIdle: true,
  }).on("error", (error) => console.error("a connection for locks was lost:", error.message));
  return globalThis.cloakroomLocks;
}

async function connect(): Promise<PoolClient> {
  return locks().connect().catch(giveUp);
}

async function tryLock(client: PoolClient, name: string): Promise<boolean> {
  await client.query("BEGIN");
  const text = "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken";
  const { rows } = await client.query<{ taken: boolean }>(text, [name]);
  return rows[0]?.taken === true;
}

function giveUp(cause: unknown): never {
  throw new AppError("unavailable", { cause });
}
