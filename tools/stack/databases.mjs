// @ts-check
import { rmSync } from "node:fs";
import { join } from "node:path";
import { dropDatabase, ensureDatabase, listDatabases } from "./database.mjs";
import { databaseName } from "./database-url.mjs";
import { Failure } from "./failure.mjs";
import { readNote, writeNote } from "./notes.mjs";
import { removePostgresHome } from "./postgres-home.mjs";
import { startPostgres } from "./postgres-server.mjs";

/**
 * @typedef {import("./supervisor.mjs").Supervisor} Supervisor
 * @typedef {import("./settings.mjs").Settings} Settings
 * @typedef {import("./settings.mjs").DatabaseUrls} DatabaseUrls
 * @typedef {import("./secrets.mjs").Secrets} Secrets
 */

/** What a run leaves in a data folder, besides logs. Named one by one: DATA_DIR may hold other things. */
const DATA = ["uploads", "mail", "secrets.json"];

/**
 * The backend's and the storefront's database, in a person's own PostgreSQL or in the one from npm, which is started
 * for them. Those that are not there are created, and remembered as ours: only they are ours to delete.
 * @param {Supervisor} supervisor
 * @param {Settings} settings
 * @param {Secrets} secrets
 * @returns {Promise<DatabaseUrls>}
 */
export async function openDatabases(supervisor, settings, secrets) {
  const databases = settings.ownDatabases ?? (await startOurs(supervisor, settings, secrets));
  for (const url of [databases.medusa, databases.storefront]) {
    const isNew = await ensureDatabase(url);
    if (isNew) await writeNote(databases.medusa, createdNote(url), "yes");
  }
  return databases;
}

/**
 * @param {Supervisor} supervisor
 * @param {Settings} settings
 * @param {Secrets} secrets
 * @returns {Promise<DatabaseUrls>}
 */
async function startOurs(supervisor, { dataDir, ports, isDisposable }, secrets) {
  const password = secrets.POSTGRES_PASSWORD;
  return ourDatabases(
    await startPostgres(supervisor, { dataDir, port: ports.postgres, password, isDisposable }),
  );
}

/**
 * Those of the PostgreSQL from npm.
 * @param {(database: string) => string} url
 * @returns {DatabaseUrls}
 */
export function ourDatabases(url) {
  return { medusa: url("cloakroom_medusa"), storefront: url("cloakroom_storefront") };
}

/**
 * Starts over: deletes the databases and what was uploaded.
 * @param {Settings} settings
 */
export async function resetData({ dataDir, ownDatabases }) {
  if (ownDatabases) await dropOwnDatabases(ownDatabases);
  else removePostgresHome(dataDir);
  for (const name of DATA) rmSync(join(dataDir, name), { recursive: true, force: true });
}

/** @param {DatabaseUrls} databases */
async function dropOwnDatabases({ medusa, storefront }) {
  /** @type {string[]} */
  const existing = [];
  // The notes about both are in the backend's, so it goes last.
  for (const url of [storefront, medusa]) {
    if ((await listDatabases(url)).includes(databaseName(url))) existing.push(url);
  }
  for (const url of existing) await requireOurs(url, existing.includes(medusa) ? medusa : undefined);
  for (const url of existing) await dropDatabase(url);
}

/**
 * @param {string} url
 * @param {string | undefined} notes the database in which it would be noted
 */
async function requireOurs(url, notes) {
  if (notes && (await readNote(notes, createdNote(url))) === "yes") return;
  const name = databaseName(url);
  throw new Failure(`The database ${name} was not created by this command, so it does not delete it.`, {
    advice: `Delete it yourself (dropdb ${name}), then run the command without --reset.`,
  });
}

/** @param {string} url */
function createdNote(url) {
  return `created ${databaseName(url)}`;
}
