import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { MIGRATIONS, readMigrations } from "./migrations";

// In a schema of its own and a transaction that is rolled back: nothing is left behind.
const client = new pg.Client({ connectionString: process.env.STOREFRONT_DATABASE_URL });
const migrations = readMigrations(MIGRATIONS);
const PARTITIONED = "20261128140000_limits_and_retention";

beforeAll(async () => {
  await client.connect();
  await client.query("BEGIN; CREATE SCHEMA before_partitions; SET LOCAL search_path = before_partitions");
});
afterAll(() => client.end());

it("takes over a log that is not partitioned yet, each line into its month, and goes on counting", async () => {
  for (const { sql } of migrations.filter(({ name }) => name < PARTITIONED)) await client.query(sql);
  const moments = ["2025-12-31T23:59:59.999Z", "2026-01-01T00:00:00Z", "2026-11-28T12:00:00Z"];
  for (const at of moments)
    await client.query(
      `INSERT INTO "AuditEvent" ("at", "type", "sessionId", "detail") VALUES ($1, 'session.created', gen_random_uuid(), '{"a": 1}')`,
      [at],
    );
  const { rows: before } = await client.query('SELECT * FROM "AuditEvent" ORDER BY "id"');
  for (const { sql } of migrations.filter(({ name }) => name >= PARTITIONED)) await client.query(sql);
  const { rows: after } = await client.query('SELECT * FROM "AuditEvent" ORDER BY "id"');
  expect(after).toEqual(before);
  const { rows } = await client.query(
    `SELECT "id", relname AS name FROM "AuditEvent" e JOIN pg_class c ON c.oid = e.tableoid ORDER BY "id"`,
  );
  expect(rows).toEqual([
    { id: "1", name: "AuditEvent_2025_12" },
    { id: "2", name: "AuditEvent_2026_01" },
    { id: "3", name: "AuditEvent_2026_11" },
  ]);
  const added = await client.query(
    `INSERT INTO "AuditEvent" ("type", "detail") VALUES ('x', '{}') RETURNING "id"`,
  );
  expect(added.rows).toEqual([{ id: "4" }]);
  await expect(client.query('DELETE FROM "AuditEvent_2025_12"')).rejects.toThrow("append-only");
});
