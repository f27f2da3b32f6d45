import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { dropDatabase, ensureDatabase } from "../stack/database";
import { storefrontEnvironment, type Environment, type ShopConfig } from "../stack/environment";
import { buildMedusa } from "../stack/medusa";
import { readPublishableKey } from "../stack/medusa-database";
import { ROOT } from "../stack/paths";
import { requireFreePorts } from "../stack/ports";
import { runToExit, type Run } from "../stack/run";
import { loadSecrets } from "../stack/secrets";
import { whileStopped, type Service } from "../stack/service";
import { openDatabases } from "../stack/shop-databases";
import { medusaService, migrateStorefront, openDemoBank } from "../stack/stack";
import { prepareWorkspace } from "../stack/workspace";
import { PROXY_MODES } from "./backend-proxy";
import { findBrowser } from "./browser";
import { startControlServer } from "./control-server";
import { startMailServer } from "./mail-server";
import { restoreSeededDatabase } from "./seeded-database";
import { listTestPortNeeds, type TestSettings } from "./settings";
import { startStorefronts, type Storefronts } from "./storefronts";

/** `env`: the environment of the specs, which says where the shop is. */
export type TestShop = {
  env: Environment;
  rebuildStorefronts: () => Promise<void>;
  rebuildBackend: () => Promise<void>;
};

/** Prepares the workspace, starts the test shop, does the work and exits with its code. */
export function runInTestShop(
  settings: TestSettings,
  work: (run: Run, env: Environment) => Promise<number>,
): Promise<never> {
  return runToExit(settings.dataDir, async (run) => {
    await prepareWorkspace(run, { withBackend: true });
    const { env } = await startTestShop(run, settings);
    return work(run, env);
  });
}

/**
 * Starts the shop that the specs drive: freshly seeded, in production mode, with two instances of the storefront.
 * @param options `storefrontsAfter`: what has to end before the storefront is built
 */
export async function startTestShop(
  run: Run,
  settings: TestSettings,
  { storefrontsAfter }: { storefrontsAfter?: Promise<unknown> } = {},
): Promise<TestShop> {
  const { supervisor, progress } = run;
  const CHROMIUM_PATH = await findBrowser(run);
  await requireFreePorts(listTestPortNeeds(settings.ports));
  const secrets = loadSecrets(settings.dataDir);
  const databases = await progress.step("Starting the database", () =>
    openDatabases(supervisor, settings, secrets),
  );
  const shop = { settings, secrets, databases };
  await restoreSeededDatabase(run, shop);
  await dropDatabase(databases.storefront);
  await ensureDatabase(databases.storefront);
  await migrateStorefront(run, databases.storefront);
  await startMailServer({ port: settings.ports.mail, folder: join(settings.dataDir, "mail") });
  await openDemoBank(shop);
  const medusa = medusaService(supervisor, shop);
  await progress.step("Starting the backend", medusa.start);
  const storefrontEnv = {
    ...storefrontEnvironment(shop, await readPublishableKey(databases.medusa)),
    // Every instance knows the next secret before any of them seals with it.
    AUTH_SECRET_1: randomBytes(32).toString("hex"),
  };
  await storefrontsAfter;
  const storefronts = await startStorefronts(run, settings, storefrontEnv);
  await startControls(settings, medusa, storefronts);
  const where = { ...specEnvironment(shop, settings, storefrontEnv), CHROMIUM_PATH };
  // Load test and bench use the helpers of the specs, which read the environment.
  Object.assign(process.env, where);
  return {
    env: { ...settings.environment, ...where },
    rebuildStorefronts: storefronts.rebuild,
    rebuildBackend: () => whileStopped([medusa], () => buildMedusa(run)),
  };
}

async function startControls(
  { ports }: TestSettings,
  medusa: Service,
  { second, development, proxy, controls }: Storefronts,
): Promise<void> {
  const modes = PROXY_MODES.map((mode) => [`second-storefront/backend/${mode}`, () => proxy.setMode(mode)]);
  await startControlServer(ports.control, {
    ...Object.fromEntries(modes),
    "medusa/restart": medusa.restart,
    "second-storefront/restart": second.restart,
    "development/start": development.start,
    "development/stop": development.stop,
    "second-storefront/rotate-secret": controls.rotateSecret,
    "second-storefront/serve-build-without-backend": controls.serveBuildWithoutBackend,
    "second-storefront/serve-regular-build": controls.serveBuild,
  });
}

function specEnvironment(
  { secrets, databases }: ShopConfig,
  { ports, dataDir, distDir }: TestSettings,
  storefrontEnv: Environment,
): Environment {
  return {
    BASE_URL: storefrontEnv.STOREFRONT_URL,
    SECOND_BASE_URL: `http://localhost:${ports.secondStorefront}`,
    DEVELOPMENT_URL: `http://localhost:${ports.development}`,
    MEDUSA_URL: storefrontEnv.MEDUSA_URL,
    PUBLISHABLE_KEY: storefrontEnv.MEDUSA_PUBLISHABLE_KEY,
    MEDUSA_ADMIN_EMAIL: "admin@cloakroom.test",
    MEDUSA_ADMIN_PASSWORD: secrets.ADMIN_PASSWORD,
    CUSTOMER_EMAIL: "demo@cloakroom.test",
    CUSTOMER_PASSWORD: "cloakroom-demo",
    MEDUSA_DATABASE_URL: databases.medusa,
    STOREFRONT_DATABASE_URL: databases.storefront,
    DEMO_BANK_URL: storefrontEnv.DEMO_BANK_URL,
    DEMO_BANK_SECRET: secrets.DEMO_BANK_SECRET,
    JWT_SECRET: secrets.JWT_SECRET,
    REVALIDATE_SECRET: storefrontEnv.REVALIDATE_SECRET,
    AUTH_SECRET: storefrontEnv.AUTH_SECRET,
    AUTH_SECRET_1: storefrontEnv.AUTH_SECRET_1,
    CONTROL_URL: `http://127.0.0.1:${ports.control}`,
    TEST_DATA_DIR: dataDir,
    BUILD_DIR: join(ROOT, `${distDir}-first`),
  };
}
