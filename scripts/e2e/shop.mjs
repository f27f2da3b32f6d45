// @ts-check
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { dropDatabase, ensureDatabase } from "../stack/database.mjs";
import { openDatabases } from "../stack/databases.mjs";
import { storefrontEnvironment } from "../stack/environment.mjs";
import { readPublishableKey } from "../stack/medusa-database.mjs";
import { buildMedusa } from "../stack/medusa.mjs";
import { requireFreePorts } from "../stack/ports.mjs";
import { loadSecrets } from "../stack/secrets.mjs";
import { medusaService, migrateStorefront } from "../stack/stack.mjs";
import { buildStorefront, storefrontService } from "../stack/storefront.mjs";
import { PROXY_MODES, startBackendProxy } from "./backend-proxy.mjs";
import { copyBuild } from "./build-copy.mjs";
import { startControlServer } from "./control-server.mjs";
import { startMailServer } from "./mail-server.mjs";
import { restoreSeededDatabase } from "./seeded-database.mjs";
import { testPortNeeds } from "./settings.mjs";

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

/** The names of the two builds that are served. */
const INSTANCES = /** @type {const} */ (["first", "second"]);

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
  await buildStorefront(run, env);
  // Every instance knows the next secret before any of them seals with it.
  const shared = { ...env, AUTH_SECRET_1: randomBytes(32).toString("hex") };
  const services = { medusa, ...(await startStorefronts(run, settings, shared)) };
  await startControls(settings, services);
  return {
    environment: specEnvironment(shop, shared),
    rebuildStorefronts: () => rebuildStorefronts(run, shared, services),
    rebuildBackend: () => whileStopped([medusa], () => buildMedusa(run)),
  };
}

/**
 * @param {Run} run
 * @param {NodeJS.ProcessEnv} env
 * @param {Record<"storefront" | "secondStorefront", Service>} services
 */
function rebuildStorefronts(run, env, { storefront, secondStorefront }) {
  return whileStopped([storefront, secondStorefront], async () => {
    await buildStorefront(run, env);
    for (const name of INSTANCES) copyBuild(String(env.NEXT_DIST_DIR), name);
  });
}

/**
 * @param {Service[]} services
 * @param {() => Promise<void>} work
 */
async function whileStopped(services, work) {
  await Promise.all(services.map((service) => service.stop()));
  await work();
  await Promise.all(services.map((service) => service.start()));
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
 * Two instances on one database: what one is told, the other knows. The second reaches the backend through a proxy
 * that can take it away.
 * @param {Run} run
 * @param {TestSettings} settings
 * @param {NodeJS.ProcessEnv} env
 */
async function startStorefronts({ supervisor, progress }, { ports, distDir }, env) {
  const proxy = await startBackendProxy({ port: ports.proxy, target: String(env.MEDUSA_URL) });
  const [first, second] = await progress.step("Copying the build for two instances", async () => [
    { ...env, NEXT_DIST_DIR: copyBuild(distDir, INSTANCES[0]) },
    {
      ...env,
      NEXT_DIST_DIR: copyBuild(distDir, INSTANCES[1]),
      STOREFRONT_URL: `http://localhost:${ports.secondStorefront}`,
      NODE_OPTIONS: `${env.NODE_OPTIONS ?? ""} --import=${import.meta.resolve("./backend-detour.mjs")}`,
      BACKEND_PORT: String(ports.medusa),
      PROXY_PORT: String(ports.proxy),
    },
  ]);
  const storefront = storefrontService(supervisor, { name: "storefront", env: first });
  const secondStorefront = storefrontService(supervisor, { name: "storefront-second", env: second });
  await progress.step("Starting two instances of the storefront", async () => {
    await Promise.all([storefront.start(), secondStorefront.start()]);
  });
  const rotateSecret = () => {
    swapSecrets(second);
    return secondStorefront.restart();
  };
  return { proxy, storefront, secondStorefront, rotateSecret };
}

/**
 * The new secret seals from the next start on, and what the one before has sealed still opens.
 * @param {NodeJS.ProcessEnv} env
 */
function swapSecrets(env) {
  [env.AUTH_SECRET, env.AUTH_SECRET_1] = [env.AUTH_SECRET_1, env.AUTH_SECRET];
}

/**
 * @param {TestSettings} settings
 * @param {Record<"medusa" | "storefront" | "secondStorefront", Service> &
 *   { proxy: import("./backend-proxy.mjs").BackendProxy, rotateSecret: () => Promise<void> }} services
 */
async function startControls({ ports }, { medusa, storefront, secondStorefront, proxy, rotateSecret }) {
  const modes = PROXY_MODES.map((mode) => [`second-storefront/backend/${mode}`, () => proxy.setMode(mode)]);
  await startControlServer(ports.control, {
    ...Object.fromEntries(modes),
    "medusa/stop": medusa.stop,
    "medusa/start": medusa.start,
    "medusa/restart": medusa.restart,
    "storefront/restart": storefront.restart,
    "second-storefront/restart": secondStorefront.restart,
    "second-storefront/rotate-secret": rotateSecret,
  });
}

/**
 * @param {Shop} shop
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function specEnvironment({ settings, databases }, env) {
  const ports = /** @type {TestSettings["ports"]} */ (settings.ports);
  return {
    BASE_URL: String(env.STOREFRONT_URL),
    SECOND_BASE_URL: `http://localhost:${ports.secondStorefront}`,
    MEDUSA_URL: env.MEDUSA_URL,
    PUBLISHABLE_KEY: env.MEDUSA_PUBLISHABLE_KEY,
    MEDUSA_ADMIN_EMAIL: "admin@cloakroom.test",
    MEDUSA_ADMIN_PASSWORD: "cloakroom-admin",
    CUSTOMER_EMAIL: "demo@cloakroom.test",
    CUSTOMER_PASSWORD: "cloakroom-demo",
    MEDUSA_DATABASE_URL: databases.medusa,
    STOREFRONT_DATABASE_URL: databases.storefront,
    REVALIDATE_SECRET: env.REVALIDATE_SECRET,
    AUTH_SECRET: env.AUTH_SECRET,
    AUTH_SECRET_1: env.AUTH_SECRET_1,
    CONTROL_URL: `http://127.0.0.1:${ports.control}`,
    TEST_DATA_DIR: settings.dataDir,
  };
}
