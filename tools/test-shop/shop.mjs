// @ts-check
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { dropDatabase, ensureDatabase } from "../stack/database.mjs";
import { openDatabases } from "../stack/databases.mjs";
import { storefrontEnvironment } from "../stack/environment.mjs";
import { readPublishableKey } from "../stack/medusa-database.mjs";
import { buildMedusa } from "../stack/medusa.mjs";
import { requireFreePorts } from "../stack/ports.mjs";
import { ROOT } from "../stack/project.mjs";
import { loadSecrets } from "../stack/secrets.mjs";
import { medusaService, migrateStorefront } from "../stack/stack.mjs";
import { whileStopped } from "../stack/service.mjs";
import { PROXY_MODES } from "./backend-proxy.mjs";
import { startControlServer } from "./control-server.mjs";
import { startMailServer } from "./mail-server.mjs";
import { restoreSeededDatabase } from "./seeded-database.mjs";
import { testPortNeeds } from "./settings.mjs";
import { startStorefronts } from "./storefronts.mjs";

/**
 * @typedef {import("../stack/stack.mjs").Run} Run
 * @typedef {import("../stack/environment.mjs").Shop} Shop
 * @typedef {import("../stack/service.mjs").Service} Service
 * @typedef {import("./settings.mjs").TestSettings} TestSettings
 * @typedef {{
 *   environment: NodeJS.ProcessEnv,
 *   rebuildStorefronts: () => Promise<void>,
 *   rebuildBackend: () => Promise<void>,
 * }} TestShop `environment` is what the specs are told about it
 */

/**
 * Starts the shop that the specs drive: freshly seeded, in production mode, with two instances of the storefront.
 * @param {Run} run
 * @param {TestSettings} settings
 * @returns {Promise<NodeJS.ProcessEnv>} what the specs are told about it
 */
export async function startTestShop(run, settings) {
  return (await openTestShop(run, settings)).environment;
}

/**
 * As `startTestShop`, for who changes the sources under it.
 * @param {Run} run
 * @param {TestSettings} settings
 * @returns {Promise<TestShop>}
 */
export async function openTestShop(run, settings) {
  const { supervisor, progress } = run;
  await requireFreePorts(testPortNeeds(settings.ports));
  const secrets = loadSecrets(settings.dataDir);
  const databases = await progress.step("Starting the database", () =>
    openDatabases(supervisor, settings, secrets),
  );
  const shop = { settings, secrets, databases };
  await restoreSeededDatabase(run, shop);
  await emptyStorefrontDatabase(run, shop);
  await startMailServer({ port: settings.ports.mail, folder: join(settings.dataDir, "mail") });
  const medusa = medusaService(supervisor, shop);
  await progress.step("Starting the backend", medusa.start);
  const env = storefrontEnvironment(shop, await readPublishableKey(databases.medusa));
  // Every instance knows the next secret before any of them seals with it.
  const shared = { ...env, AUTH_SECRET_1: randomBytes(32).toString("hex") };
  const storefronts = await startStorefronts(run, settings, shared);
  await startControls(settings, medusa, storefronts);
  return {
    environment: specEnvironment(shop, shared),
    rebuildStorefronts: storefronts.rebuild,
    rebuildBackend: () => whileStopped([medusa], () => buildMedusa(run)),
  };
}

/**
 * @param {Run} run
 * @param {Shop} shop
 */
async function emptyStorefrontDatabase(run, shop) {
  await dropDatabase(shop.databases.storefront);
  await ensureDatabase(shop.databases.storefront);
  await migrateStorefront(run, shop);
}

/**
 * @param {TestSettings} settings
 * @param {Service} medusa
 * @param {import("./storefronts.mjs").Storefronts} storefronts
 */
async function startControls({ ports }, medusa, { second, development, proxy, changes }) {
  const modes = PROXY_MODES.map((mode) => [`second-storefront/backend/${mode}`, () => proxy.setMode(mode)]);
  await startControlServer(ports.control, {
    ...Object.fromEntries(modes),
    "medusa/restart": medusa.restart,
    "second-storefront/restart": second.restart,
    "development/start": development.start,
    "development/stop": development.stop,
    "second-storefront/rotate-secret": changes.rotateSecret,
    "second-storefront/serve-unstocked": changes.serveUnstocked,
    "second-storefront/serve-stocked": changes.serveStocked,
  });
}

/**
 * @param {Shop} shop
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function specEnvironment({ settings, secrets, databases }, env) {
  const ports = /** @type {TestSettings["ports"]} */ (settings.ports);
  return {
    BASE_URL: String(env.STOREFRONT_URL),
    SECOND_BASE_URL: `http://localhost:${ports.secondStorefront}`,
    DEVELOPMENT_URL: `http://localhost:${ports.development}`,
    MEDUSA_URL: env.MEDUSA_URL,
    PUBLISHABLE_KEY: env.MEDUSA_PUBLISHABLE_KEY,
    MEDUSA_ADMIN_EMAIL: "admin@cloakroom.test",
    MEDUSA_ADMIN_PASSWORD: secrets.ADMIN_PASSWORD,
    CUSTOMER_EMAIL: "demo@cloakroom.test",
    CUSTOMER_PASSWORD: "cloakroom-demo",
    MEDUSA_DATABASE_URL: databases.medusa,
    STOREFRONT_DATABASE_URL: databases.storefront,
    REVALIDATE_SECRET: env.REVALIDATE_SECRET,
    AUTH_SECRET: env.AUTH_SECRET,
    AUTH_SECRET_1: env.AUTH_SECRET_1,
    CONTROL_URL: `http://127.0.0.1:${ports.control}`,
    TEST_DATA_DIR: settings.dataDir,
    BUILD_DIR: join(ROOT, `${settings.distDir}-first`),
  };
}
