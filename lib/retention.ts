import "server-only";
import { CUTOFF_LIFETIME_SECONDS } from "@/lib/auth/device-cookie";
import { database } from "@/lib/db";
import { env } from "@/lib/env";
import type { Prisma } from "@/prisma/generated/client";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** How long an ended session is kept, so that a device that comes back can be told why it ended. */
export const ENDED_SESSION_DAYS = 30;
/** How many months ahead the partitions of the audit log are created. */
const AUDIT_MONTHS_AHEAD = 3;

/** The advisory lock of this job. */
const LOCK = 7_270_736_901;
const BATCH = 5_000;
/** At most this many batches per run, to keep the transaction short; the next run continues. */
const MAX_BATCHES = 10;
const TIMEOUT_MS = 120_000;

export type Purged = { sessions: number; counters: number; partitions: number };

/**
 * Deletes sessions that ended more than `ENDED_SESSION_DAYS` ago and counters whose window is over, and creates the audit
 * log's partitions for the coming months. One instance at a time.
 * @returns the counts, or null while another instance is running it
 * @throws when the database does
 */
export async function purge(now = new Date()): Promise<Purged | null> {
  return database().$transaction(
    async (db) => {
      const [lock] = await db.$queryRaw<
        { taken: boolean }[]
      >`SELECT pg_try_advisory_xact_lock(${LOCK}) AS taken`;
      if (!lock?.taken) return null;
      const cutoff = new Date(now.getTime() - ENDED_SESSION_DAYS * DAY_MS);
      const sessions = await inBatches(() => deleteSessions(db, cutoff));
      const counters = await inBatches(() => deleteCounters(db, now));
      const outlived = new Date(now.getTime() - CUTOFF_LIFETIME_SECONDS * 1_000);
      await db.deviceCookieCutoff.deleteMany({ where: { validFrom: { lt: outlived } } });
      return { sessions, counters, partitions: await createPartitions(db, now) };
    },
    { timeout: TIMEOUT_MS },
  );
}

/** Purges after a minute and then every hour. Errors are logged; the timers do not keep the process alive. */
export function purgeHourly(): void {
  if (env.isBuilding) return;
  const run = () =>
    purge().catch((error: unknown) =>
      console.error("ended sessions and old counters stay for another hour:", error),
    );
  setTimeout(run, HOUR_MS / 60).unref();
  setInterval(run, HOUR_MS).unref();
}

async function inBatches(deleteBatch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const count = await deleteBatch();
    total += count;
    if (count < BATCH) break;
  }
  return total;
}

function deleteSessions(db: Prisma.TransactionClient, cutoff: Date): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "Session" WHERE "id" IN (
      SELECT "id" FROM "Session"
      WHERE LEAST("revokedAt", "expiresAt", "medusaTokenExpiresAt") < ${cutoff} LIMIT ${BATCH})`;
}

function deleteCounters(db: Prisma.TransactionClient, now: Date): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "RateLimit" WHERE "key" IN (
      SELECT "key" FROM "RateLimit" WHERE "expire" < ${now} LIMIT ${BATCH})`;
}

async function createPartitions(db: Prisma.TransactionClient, now: Date): Promise<number> {
  const until = new Date(now);
  until.setUTCMonth(until.getUTCMonth() + AUDIT_MONTHS_AHEAD, 1);
  const [made] = await db.$queryRaw<{ created: number }[]>`
    SELECT "createAuditPartitions"(${now}::timestamptz, ${until}::timestamptz) AS created`;
  return made?.created ?? 0;
}
