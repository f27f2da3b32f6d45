import type pg from "pg";
import { withDatabase } from "./database";

/**
 * Facts that the tools keep about a database inside it, such as which sources it was migrated for: they hold whatever
 * becomes of the data folder, and are copied with the database. Their schema is apart from both projects' migrations.
 */
const CREATE_TABLE = `
  CREATE SCHEMA IF NOT EXISTS cloakroom_scripts;
  CREATE TABLE IF NOT EXISTS cloakroom_scripts.note (name text PRIMARY KEY, value text NOT NULL)`;

const NO_SUCH_TABLE = "42P01";

export async function readMetadata(databaseUrl: string, name: string): Promise<string | undefined> {
  try {
    const { rows } = await withDatabase(databaseUrl, (client) =>
      client.query("SELECT value FROM cloakroom_scripts.note WHERE name = $1", [name]),
    );
    return rows[0]?.value as string | undefined;
  } catch (error) {
    if ((error as pg.DatabaseError).code === NO_SUCH_TABLE) return undefined;
    throw error;
  }
}

export async function writeMetadata(databaseUrl: string, name: string, value: string): Promise<void> {
  await withDatabase(databaseUrl, async (client) => {
    await client.query(CREATE_TABLE);
    await client.query(
      `INSERT INTO cloakroom_scripts.note VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      [name, value],
    );
  });
}
