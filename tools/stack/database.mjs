// @ts-check
import pg from "pg";
import { databaseName, withDatabaseName } from "./database-url.mjs";
import { Failure } from "./failure.mjs";

const NO_SUCH_DATABASE = "3D000";

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDatabase(url, work) {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks also rejects the query that was under way.
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Creates the database where it does not exist.
 * @param {string} url
 * @returns {Promise<boolean>} whether it was created now
 */
export async function ensureDatabase(url) {
  try {
    await withDatabase(url, async () => {});
    return false;
  } catch (error) {
    if (/** @type {pg.DatabaseError} */ (error).code !== NO_SUCH_DATABASE) throw cannotConnect(url, error);
  }
  try {
    await withServer(url, (client, name) => client.query(`CREATE DATABASE ${name}`));
    return true;
  } catch (error) {
    throw cannotConnect(url, error);
  }
}

/**
 * Deletes the database, ending whoever is connected to it.
 * @param {string} url
 */
export async function dropDatabase(url) {
  await withServer(url, (client, name) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

/**
 * Makes a database as a copy of another, which nobody is connected to.
 * @param {string} url
 * @param {string} template the name of the other, on the same server
 */
export async function copyDatabase(url, template) {
  const source = pg.escapeIdentifier(template);
  await withServer(url, (client, name) => client.query(`CREATE DATABASE ${name} TEMPLATE ${source}`));
}

/**
 * @param {string} url
 * @param {string} newName
 */
export async function renameDatabase(url, newName) {
  const target = pg.escapeIdentifier(newName);
  await withServer(url, (client, name) => client.query(`ALTER DATABASE ${name} RENAME TO ${target}`));
}

/**
 * @param {string} url any database of the server
 * @returns {Promise<string[]>}
 */
export async function listDatabases(url) {
  return withServer(url, async (client) => {
    const { rows } = await client.query("SELECT datname FROM pg_database WHERE NOT datistemplate");
    return rows.map(({ datname }) => String(datname));
  });
}

/**
 * Works on the server from the database that every server has, handing over the quoted name of the URL's own.
 * @template T
 * @param {string} url
 * @param {(client: pg.Client, name: string) => Promise<T>} work
 */
function withServer(url, work) {
  const name = pg.escapeIdentifier(databaseName(url));
  return withDatabase(withDatabaseName(url, "postgres"), (client) => work(client, name));
}

/**
 * @param {string} url
 * @param {unknown} cause
 */
function cannotConnect(url, cause) {
  const { host, username } = new URL(url);
  const database = `${databaseName(url)} on ${host} as ${username || "the default user"}`;
  return new Failure(`Cannot use the database ${database}: ${/** @type {Error} */ (cause).message}`, {
    advice: "Check DATABASE_URL (and STOREFRONT_DATABASE_URL): postgres://user:password@host:5432/database",
    cause,
  });
}
