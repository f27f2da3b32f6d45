import { rmSync } from "node:fs";
import { join } from "node:path";
import { databaseName, dropDatabase, ensureDatabase, listDatabases } from "./database";
import { readMetadata, writeMetadata } from "./db-metadata";
import { postgresUrls, startPostgres } from "./postgres";
import { removePostgresHome } from "./postgres-home";
import type { Secrets } from "./secrets";
import type { DatabaseUrls, Settings } from "./settings";
import type { Supervisor } from "./supervisor";
import { UserError } from "./user-error";

/** A run's data besides its logs. Named one by one: DATA_DIR may hold other things. */
const DATA = ["uploads", "mail", "demo-bank", "secrets.json"];

/**
 * The backend's and the storefront's database, in the user's own PostgreSQL or in the one from npm, which is started.
 * Missing ones are created and recorded as ours: only those may be deleted.
 */
export async function openDatabases(
  supervisor: Supervisor,
  settings: Settings,
  secrets: Secrets,
): Promise<DatabaseUrls> {
  const databases = settings.externalDatabases ?? (await startEmbedded(supervisor, settings, secrets));
  for (const url of [databases.medusa, databases.storefront]) {
    const isNew = await ensureDatabase(url);
    if (isNew) await writeMetadata(databases.medusa, createdKey(url), "yes");
  }
  return databases;
}

async function startEmbedded(
  supervisor: Supervisor,
  { dataDir, ports, isDisposable }: Settings,
  secrets: Secrets,
): Promise<DatabaseUrls> {
  const password = secrets.POSTGRES_PASSWORD;
  const url = await startPostgres(supervisor, { dataDir, port: ports.postgres, password, isDisposable });
  return embeddedDatabases(url);
}

/** The databases of the shop that the settings name, or of the demo in the data folder; undefined when there is none. */
export function locateDatabases(
  { externalDatabases, ports }: Settings,
  { POSTGRES_PASSWORD: password }: Partial<Secrets>,
): DatabaseUrls | undefined {
  if (externalDatabases || !password) return externalDatabases;
  return embeddedDatabases(postgresUrls({ port: ports.postgres, password }));
}

function embeddedDatabases(url: (database: string) => string): DatabaseUrls {
  return { medusa: url("cloakroom_medusa"), storefront: url("cloakroom_storefront") };
}

/** Deletes the databases, uploads, mail and secrets. */
export async function resetData({ dataDir, externalDatabases }: Settings): Promise<void> {
  if (externalDatabases) await dropExternal(externalDatabases);
  else removePostgresHome(dataDir);
  for (const name of DATA) rmSync(join(dataDir, name), { recursive: true, force: true });
}

async function dropExternal({ medusa, storefront }: DatabaseUrls): Promise<void> {
  const existing: string[] = [];
  // The backend's last: it holds the metadata of both.
  for (const url of [storefront, medusa]) {
    if ((await listDatabases(url)).includes(databaseName(url))) existing.push(url);
  }
  const metadata = existing.includes(medusa) ? medusa : undefined;
  for (const url of existing) await requireCreatedByUs(url, metadata);
  for (const url of existing) await dropDatabase(url);
}

async function requireCreatedByUs(url: string, metadata: string | undefined): Promise<void> {
  if (metadata && (await readMetadata(metadata, createdKey(url))) === "yes") return;
  const name = databaseName(url);
  throw new UserError(`The database ${name} was not created by this command, so it does not delete it.`, {
    advice: `Delete it yourself (dropdb ${name}), then run the command without --reset.`,
  });
}

function createdKey(url: string): string {
  return `created ${databaseName(url)}`;
}
