// @ts-check
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withDatabase } from "./database.mjs";
import { Failure } from "./failure.mjs";

/**
 * @typedef {{ name: string, sql: string, checksum: string }} Migration
 * @typedef {{ migration_name: string, checksum: string, finished_at: Date | null, rolled_back_at: Date | null }} Applied
 */

/** The number that Prisma Migrate locks too, so that the two never migrate at once. */
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
 * Applies the storefront's migrations. Prisma's own `migrate deploy` needs an engine that it downloads; this keeps
 * the same records, so that it can take over at any time.
 * @param {string} databaseUrl
 * @param {string} folder prisma/migrations
 * @returns {Promise<string[]>} the names of those applied now
 */
export async function migrate(databaseUrl, folder) {
  return withDatabase(databaseUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(CREATE_TABLE);
    const { rows } = await client.query(
      "SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations",
    );
    const pending = pendingMigrations(readMigrations(folder), rows);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  });
}

/**
 * @param {string} folder
 * @returns {Migration[]} in the order of their names, which begin with their time
 */
export function readMigrations(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * @param {Migration[]} migrations
 * @param {Applied[]} applied
 * @returns {Migration[]}
 */
export function pendingMigrations(migrations, applied) {
  const current = applied.filter((row) => row.rolled_back_at === null);
  const failed = current.find((row) => row.finished_at === null);
  if (failed) {
    throw new Failure(`Migration ${failed.migration_name} failed half-way.`, {
      advice: "Mend the database, then: npx prisma migrate resolve (https://pris.ly/d/migrate-resolve)",
    });
  }
  return migrations.filter(({ name, checksum }) => {
    const row = current.find((candidate) => candidate.migration_name === name);
    if (row && row.checksum !== checksum) {
      throw new Failure(`Migration ${name} was changed after it was applied to this database.`, {
        advice: "Undo the change and write a further migration; or start over: npm run demo -- --reset",
      });
    }
    return row === undefined;
  });
}

/**
 * All of a migration and its record, or nothing.
 * @param {import("pg").Client} client
 * @param {Migration} migration
 */
async function apply(client, { name, sql, checksum }) {
  const started = new Date();
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(RECORD, [randomUUID(), checksum, name, started]);
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    const advice = `Nothing of it was kept. Mend prisma/migrations/${name}/migration.sql, then run the command again.`;
    throw new Failure(`Migration ${name} failed: ${/** @type {Error} */ (cause).message}`, { advice, cause });
  }
}
