// @ts-check
import { withDatabase } from "./database.mjs";

/**
 * What these scripts remember about a database, inside it: so it holds for that database whatever becomes of the
 * data folder, and is copied with it. A schema of its own keeps it out of the way of both projects' migrations.
 */
const CREATE_TABLE = `
  CREATE SCHEMA IF NOT EXISTS cloakroom_scripts;
  CREATE TABLE IF NOT EXISTS cloakroom_scripts.note (name text PRIMARY KEY, value text NOT NULL)`;

const NO_SUCH_TABLE = "42P01";

/**
 * @param {string} databaseUrl
 * @param {string} name
 * @returns {Promise<string | undefined>}
 */
export async function readNote(databaseUrl, name) {
  try {
    const { rows } = await withDatabase(databaseUrl, (client) =>
      client.query("SELECT value FROM cloakroom_scripts.note WHERE name = $1", [name]),
    );
    return rows[0]?.value;
  } catch (error) {
    if (/** @type {import("pg").DatabaseError} */ (error).code === NO_SUCH_TABLE) return undefined;
    throw error;
  }
}

/**
 * @param {string} databaseUrl
 * @param {string} name
 * @param {string} value
 */
export async function writeNote(databaseUrl, name, value) {
  await withDatabase(databaseUrl, async (client) => {
    await client.query(CREATE_TABLE);
    await client.query(
      `INSERT INTO cloakroom_scripts.note VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      [name, value],
    );
  });
}
