import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { withDatabase } from "./database";
import { ROOT } from "./paths";
import { UserError } from "./user-error";

type Migration = { name: string; sql: string; checksum: string };

type AppliedMigration = {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
  rolled_back_at: Date | null;
};

export const MIGRATIONS = join(ROOT, "prisma", "migrations");

/** Prisma Migrate takes the same lock, so the two never migrate at once. */
const PRISMA_LOCK = 72_707_369;

/** As Prisma Migrate makes it. */
const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

const RECORD = `
  INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`;

/**
 * Applies the storefront's migrations and returns the names of those applied now. `prisma migrate deploy` needs an
 * engine that it downloads; this works offline and keeps the same records, so either can follow the other.
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  return withDatabase(databaseUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(CREATE_TABLE);
    const { rows } = await client.query<AppliedMigration>(
      "SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations",
    );
    const pending = listPending(readMigrations(MIGRATIONS), rows);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  });
}

/** The migrations in the order of their names, which begin with their time. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The migrations without a record. Throws after one that failed half-way, and when an applied one was changed. */
export function listPending(migrations: Migration[], applied: AppliedMigration[]): Migration[] {
  const current = applied.filter((row) => row.rolled_back_at === null);
  const failed = current.find((row) => row.finished_at === null);
  if (failed) {
    throw new UserError(`Migration ${failed.migration_name} failed half-way.`, {
      advice: "Fix the database, then: npx prisma migrate resolve (https://pris.ly/d/migrate-resolve)",
    });
  }
  return migrations.filter(({ name, checksum }) => {
    const row = current.find((candidate) => candidate.migration_name === name);
    if (row && row.checksum !== checksum) {
      throw new UserError(`Migration ${name} was changed after it was applied to this database.`, {
        advice: "Undo the change and write a further migration; or start over: npm run demo -- --reset",
      });
    }
    return row === undefined;
  });
}

/** Applies a migration with its record, or nothing of it. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const started = new Date();
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(RECORD, [randomUUID(), checksum, name, started]);
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    const advice = `Nothing of it was kept. Fix prisma/migrations/${name}/migration.sql, then run the command again.`;
    throw new UserError(`Migration ${name} failed: ${(cause as Error).message}`, { advice, cause });
  }
}
