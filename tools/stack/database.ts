import pg from "pg";
import { UserError } from "./user-error";

const NO_SUCH_DATABASE = "3D000";

/** The name of the URL's database. */
export function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** The URL with another database's name. */
export function withDatabaseName(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

/** Connects for as long as the work takes. */
export async function withDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
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

/** Creates the database where it does not exist, and returns whether it did. */
export async function ensureDatabase(url: string): Promise<boolean> {
  try {
    await withDatabase(url, async () => {});
    return false;
  } catch (error) {
    if ((error as pg.DatabaseError).code !== NO_SUCH_DATABASE) throw connectionError(url, error);
  }
  try {
    await runOnServer(url, (name) => `CREATE DATABASE ${name}`);
    return true;
  } catch (error) {
    throw connectionError(url, error);
  }
}

/** Deletes the database, ending its connections. */
export async function dropDatabase(url: string): Promise<void> {
  await runOnServer(url, (name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

/** Makes a database as a copy of another on the same server, which must have no connections. */
export async function copyDatabase(url: string, template: string): Promise<void> {
  await runOnServer(url, (name) => `CREATE DATABASE ${name} TEMPLATE ${pg.escapeIdentifier(template)}`);
}

export async function renameDatabase(url: string, newName: string): Promise<void> {
  await runOnServer(url, (name) => `ALTER DATABASE ${name} RENAME TO ${pg.escapeIdentifier(newName)}`);
}

/** The names of all databases on the URL's server. */
export async function listDatabases(url: string): Promise<string[]> {
  const query = "SELECT datname FROM pg_database WHERE NOT datistemplate";
  return (await runOnServer(url, () => query)).rows.map(({ datname }) => String(datname));
}

/** Runs a query in the database that every server has. `write` gets the quoted name of the URL's own. */
function runOnServer(url: string, write: (name: string) => string): Promise<pg.QueryResult> {
  const query = write(pg.escapeIdentifier(databaseName(url)));
  return withDatabase(withDatabaseName(url, "postgres"), (client) => client.query(query));
}

function connectionError(url: string, cause: unknown): UserError {
  const { host, username } = new URL(url);
  const database = `${databaseName(url)} on ${host} as ${username || "the default user"}`;
  return new UserError(`Cannot use the database ${database}: ${(cause as Error).message}`, {
    advice: "Check DATABASE_URL (and STOREFRONT_DATABASE_URL): postgres://user:password@host:5432/database",
    cause,
  });
}
