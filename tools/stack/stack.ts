import { join } from "node:path";
import { startDemoBank } from "../demo-bank/demo-bank";
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
  if (settings.hasDemoBank) await openDemoBank(shop);
  const medusa = medusaService(run.supervisor, shop);
  await run.progress.step("Starting the backend", medusa.start);
  const env = storefrontEnvironment(shop, await readPublishableKey(databases.medusa));
  if (!settings.isDevelopment) await buildStorefront(run, env);
  const storefront = storefrontService(run.supervisor, { name: "storefront", env });
  await run.progress.step("Starting the storefront", storefront.start);
  return { medusa, storefront, adminPassword: secrets.ADMIN_PASSWORD };
}

/** Opens the demo's bank, in this process. */
export async function openDemoBank({ settings, secrets }: ShopConfig): Promise<void> {
  const { ports, dataDir, environment } = settings;
  const urls = urlsOf(ports);
  await startDemoBank({
    port: ports.demoBank,
    folder: join(dataDir, "demo-bank"),
    shopUrl: urls.storefront,
    webhookUrl: `${urls.medusa}/hooks/payment/demo-bank_default`,
    secret: environment.DEMO_BANK_SECRET || secrets.DEMO_BANK_SECRET,
  });
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

function listPortNeeds({ ports, externalDatabases, hasDemoBank }: Settings) {
  const needs = [
    { port: ports.storefront, variable: "STOREFRONT_PORT", purpose: "the storefront" },
    { port: ports.medusa, variable: "MEDUSA_PORT", purpose: "the backend" },
  ];
  if (hasDemoBank)
    needs.push({ port: ports.demoBank, variable: "DEMO_BANK_PORT", purpose: "the demo's bank" });
  const postgres = { port: ports.postgres, variable: "POSTGRES_PORT", purpose: "the database" };
  return externalDatabases ? needs : [...needs, postgres];
}
