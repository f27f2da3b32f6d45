import { medusaEnvironment, storefrontEnvironment, type ShopConfig } from "./environment";
import { medusaProgram } from "./medusa";
import { prepareMedusaDatabase, readPublishableKey } from "./medusa-database";
import { applyMigrations } from "./migrations";
import { requireFreePorts } from "./ports";
import type { Run } from "./run";
import { loadSecrets } from "./secrets";
import { createService, type Service } from "./service";
import { urlsOf, type Settings } from "./settings";
import { openDatabases } from "./shop-databases";
import { buildStorefront, storefrontService } from "./storefront";
import type { Supervisor } from "./supervisor";

type Stack = { medusa: Service; storefront: Service; adminPassword: string };

/**
 * Starts the whole shop (databases, backend, storefront), building and filling them where needed. The workspace must be
 * prepared before. Everything ends with the run.
 */
export async function startStack(run: Run, settings: Settings): Promise<Stack> {
  await requireFreePorts(listPortNeeds(settings));
  const secrets = loadSecrets(settings.dataDir, settings.environment);
  const databases = await run.progress.step("Starting the database", () =>
    openDatabases(run.supervisor, settings, secrets),
  );
  const shop = { settings, secrets, databases };
  await prepareMedusaDatabase(run, shop);
  await migrateStorefront(run, databases.storefront);
  const medusa = medusaService(run.supervisor, shop);
  await run.progress.step("Starting the backend", medusa.start);
  const env = storefrontEnvironment(shop, await readPublishableKey(databases.medusa));
  if (!settings.isDevelopment) await buildStorefront(run, env);
  const storefront = storefrontService(run.supervisor, { name: "storefront", env });
  await run.progress.step("Starting the storefront", storefront.start);
  return { medusa, storefront, adminPassword: secrets.ADMIN_PASSWORD };
}

export async function migrateStorefront({ progress }: Run, databaseUrl: string): Promise<void> {
  const applied = await applyMigrations(databaseUrl);
  if (applied.length > 0) progress.note(`        Migrated the storefront's database: ${applied.join(", ")}`);
}

export function medusaService(supervisor: Supervisor, shop: ShopConfig): Service {
  const program = { ...medusaProgram("start", medusaEnvironment(shop)), name: "medusa" };
  const { medusa } = urlsOf(shop.settings.ports);
  return createService(supervisor, program, { url: medusa, healthPath: "/health" });
}

function listPortNeeds({ ports, externalDatabases }: Settings) {
  const needs = [
    { port: ports.storefront, variable: "STOREFRONT_PORT", purpose: "the storefront" },
    { port: ports.medusa, variable: "MEDUSA_PORT", purpose: "the backend" },
  ];
  const postgres = { port: ports.postgres, variable: "POSTGRES_PORT", purpose: "the database" };
  return externalDatabases ? needs : [...needs, postgres];
}
