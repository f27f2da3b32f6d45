// @ts-check
import { join } from "node:path";
import { openDatabases } from "./databases.mjs";
import { medusaEnvironment, storefrontEnvironment } from "./environment.mjs";
import { prepareMedusaDatabase, readPublishableKey } from "./medusa-database.mjs";
import { medusaProgram } from "./medusa.mjs";
import { migrate } from "./migrations.mjs";
import { requireFreePorts } from "./ports.mjs";
import { ROOT } from "./project.mjs";
import { loadSecrets } from "./secrets.mjs";
import { createService } from "./service.mjs";
import { urlsOf } from "./settings.mjs";
import { buildStorefront, storefrontService } from "./storefront.mjs";

/**
 * @typedef {import("./supervisor.mjs").Supervisor} Supervisor
 * @typedef {import("./progress.mjs").Progress} Progress
 * @typedef {import("./settings.mjs").Settings} Settings
 * @typedef {import("./environment.mjs").Shop} Shop
 * @typedef {import("./service.mjs").Service} Service
 * @typedef {{ supervisor: Supervisor, progress: Progress }} Run
 * @typedef {{ medusa: Service, storefront: Service, adminPassword: string }} Stack
 */

/**
 * Starts the whole shop (database, backend, storefront), making what is missing on the way. The checkout is
 * prepared before. Everything started is the run's supervisor's, and ends with it.
 * @param {Run} run
 * @param {Settings} settings
 * @returns {Promise<Stack>}
 */
export async function startStack(run, settings) {
  await requireFreePorts(portNeeds(settings));
  const secrets = loadSecrets(settings.dataDir, settings.environment);
  const databases = await run.progress.step("Starting the database", () =>
    openDatabases(run.supervisor, settings, secrets),
  );
  const shop = { settings, secrets, databases };
  await prepareMedusaDatabase(run, shop);
  await migrateStorefront(run, shop);
  const medusa = medusaService(run.supervisor, shop);
  await run.progress.step("Starting the backend", medusa.start);
  const env = storefrontEnvironment(shop, await readPublishableKey(databases.medusa));
  if (!settings.isDevelopment) await buildStorefront(run, env);
  const storefront = storefrontService(run.supervisor, { name: "storefront", env });
  await run.progress.step("Starting the storefront", storefront.start);
  return { medusa, storefront, adminPassword: secrets.ADMIN_PASSWORD };
}

/**
 * @param {Run} run
 * @param {Shop} shop
 */
export async function migrateStorefront({ progress }, { databases }) {
  const folder = join(ROOT, "prisma", "migrations");
  const applied = await migrate(databases.storefront, folder);
  if (applied.length > 0) progress.note(`        Migrated the storefront's database: ${applied.join(", ")}`);
}

/**
 * @param {Supervisor} supervisor
 * @param {Shop} shop
 * @returns {Service}
 */
export function medusaService(supervisor, shop) {
  const program = { ...medusaProgram("start", medusaEnvironment(shop)), name: "medusa" };
  return createService(supervisor, program, {
    url: urlsOf(shop.settings.ports).medusa,
    healthPath: "/health",
  });
}

/** @param {Settings} settings */
function portNeeds({ ports, ownDatabases }) {
  const needs = [
    { port: ports.storefront, variable: "STOREFRONT_PORT", purpose: "the storefront" },
    { port: ports.medusa, variable: "MEDUSA_PORT", purpose: "the backend" },
  ];
  if (!ownDatabases) needs.push({ port: ports.postgres, variable: "POSTGRES_PORT", purpose: "the database" });
  return needs;
}
