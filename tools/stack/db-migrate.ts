import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { usageError } from "../options";
import { ensureDatabase } from "./database";
import { loadDotEnv, type Environment } from "./environment";
import { applyMigrations } from "./migrations";
import { ROOT } from "./paths";
import { readSecrets } from "./secrets";
import { readSettings, requirePostgresUrl } from "./settings";
import { locateDatabases } from "./shop-databases";

/** `npm run db:migrate`: by Prisma, where its engine is there, else by our own runner, which keeps the same records. */
export default async function main(): Promise<void> {
  loadDotEnv();
  const url = findDatabaseUrl(process.env);
  await ensureDatabase(url);
  if (hasSchemaEngine()) return migrateWithPrisma(url);
  const applied = await applyMigrations(url);
  console.log(applied.length === 0 ? "Nothing to migrate." : `Migrated: ${applied.join(", ")}`);
}

function findDatabaseUrl(environment: Environment): string {
  const { STOREFRONT_DATABASE_URL: url } = environment;
  if (url) return requirePostgresUrl("STOREFRONT_DATABASE_URL", url);
  const settings = readSettings(environment);
  const databases = locateDatabases(settings, readSecrets(settings.dataDir));
  if (databases) return databases.storefront;
  throw usageError("db:migrate", "There is no database to migrate.");
}

/** Prisma downloads its engine on the first use. Where it has not, we do not wait for a download that may fail. */
function hasSchemaEngine(): boolean {
  if (process.env.PRISMA_SCHEMA_ENGINE_BINARY) return true;
  const engines = readdirSync(join(ROOT, "node_modules", "@prisma", "engines"));
  return engines.some((name) => name.startsWith("schema-engine"));
}

function migrateWithPrisma(url: string): void {
  const prisma = join(ROOT, "node_modules", "prisma", "build", "index.js");
  const { status } = spawnSync(process.execPath, [prisma, "migrate", "deploy"], {
    cwd: ROOT,
    env: { ...process.env, STOREFRONT_DATABASE_URL: url },
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}
