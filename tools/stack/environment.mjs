// @ts-check
import { join } from "node:path";
import { listNetworkAddresses } from "./network.mjs";
import { urlsOf } from "./settings.mjs";

/**
 * @typedef {import("./settings.mjs").Settings} Settings
 * @typedef {import("./settings.mjs").DatabaseUrls} DatabaseUrls
 * @typedef {import("./secrets.mjs").Secrets} Secrets
 * @typedef {{ settings: Settings, secrets: Secrets, databases: DatabaseUrls }} Shop
 */

/** Nobody is told about a run of the shop but the person who runs it. */
const SILENCE = { NEXT_TELEMETRY_DISABLED: "1", MEDUSA_DISABLE_TELEMETRY: "1" };

/** What the tests must not take over from the shell they run in. */
const SHOP_VARIABLE =
  /^(AUTH_|SESSION_|SMTP_|MEDUSA_|STOREFRONT_|POSTGRES_|NEXT_|JWT_|COOKIE_|REVALIDATE_|DATA_DIR$|DATABASE_URL$|UPLOADS_DIR$|LOG_LEVEL$|ADMIN_TOKEN_TTL$|BREACHED_PASSWORDS_URL$|MAIL_FROM$|BIND_ADDRESS$|ADMIN_PASSWORD$|TRUSTED_PROXIES$|PORT$|NODE_ENV$|(STORE|ADMIN)_CORS$)/u;

/**
 * A shell's environment without anything that sets up a shop.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutShop(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !SHOP_VARIABLE.test(name)));
}

/**
 * @param {Shop} shop
 * @returns {NodeJS.ProcessEnv}
 */
export function medusaEnvironment({ settings, secrets, databases }) {
  const { environment, ports, bindAddress, dataDir } = settings;
  const urls = urlsOf(ports);
  // The seed is told the admin's password, and no server: see `seedMedusa`.
  const { ADMIN_PASSWORD: _, ...shared } = environment;
  return {
    ...shared,
    ...SILENCE,
    NODE_ENV: "production",
    BIND_ADDRESS: bindAddress,
    PORT: String(ports.medusa),
    DATABASE_URL: databases.medusa,
    JWT_SECRET: environment.JWT_SECRET || secrets.JWT_SECRET,
    COOKIE_SECRET: environment.COOKIE_SECRET || secrets.COOKIE_SECRET,
    REVALIDATE_SECRET: environment.REVALIDATE_SECRET || secrets.REVALIDATE_SECRET,
    MEDUSA_URL: urls.medusa,
    STOREFRONT_URL: urls.storefront,
    STORE_CORS: urls.storefront,
    ADMIN_CORS: urls.medusa,
    AUTH_CORS: `${urls.storefront},${urls.medusa}`,
    UPLOADS_DIR: join(dataDir, "uploads"),
    DATA_DIR: dataDir,
  };
}

/**
 * @param {Shop} shop
 * @param {string} publishableKey
 * @returns {NodeJS.ProcessEnv}
 */
export function storefrontEnvironment({ settings, secrets, databases }, publishableKey) {
  const { environment, ports, bindAddress, dataDir, distDir, isDevelopment } = settings;
  const urls = urlsOf(ports);
  const { ADMIN_PASSWORD: _, ...shared } = environment;
  return {
    ...shared,
    ...SILENCE,
    BIND_ADDRESS: bindAddress,
    NODE_ENV: isDevelopment ? "development" : "production",
    // Next's development server answers other devices only where it is told their names for it.
    ...(isDevelopment ? { DEV_HOSTS: listNetworkAddresses(bindAddress).join(",") } : {}),
    NEXT_DIST_DIR: distDir,
    MEDUSA_URL: urls.medusa,
    MEDUSA_PUBLISHABLE_KEY: publishableKey,
    STOREFRONT_URL: urls.storefront,
    STOREFRONT_DATABASE_URL: databases.storefront,
    AUTH_SECRET: environment.AUTH_SECRET || secrets.AUTH_SECRET,
    REVALIDATE_SECRET: environment.REVALIDATE_SECRET || secrets.REVALIDATE_SECRET,
    DATA_DIR: dataDir,
  };
}
