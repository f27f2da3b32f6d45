import { existsSync } from "node:fs";
import { join } from "node:path";
import { listNetworkAddresses } from "./network";
import { ROOT } from "./paths";
import type { Secrets } from "./secrets";
import { urlsOf, type DatabaseUrls, type Settings } from "./settings";

/** Variables of a process. Next declares NODE_ENV of `ProcessEnv` as required, which it is not here. */
export type Environment = Record<string, string | undefined>;

/** All that a shop is started with. */
export type ShopConfig = { settings: Settings; secrets: Secrets; databases: DatabaseUrls };

const NO_TELEMETRY = { NEXT_TELEMETRY_DISABLED: "1", MEDUSA_DISABLE_TELEMETRY: "1" };

/** Variables of a person's shell that the tests must not take over. */
const SHOP_VARIABLE =
  /^(AUTH_|SESSION_|SMTP_|MEDUSA_|STOREFRONT_|POSTGRES_|NEXT_|JWT_|COOKIE_|REVALIDATE_|DATA_DIR$|DATABASE_URL$|UPLOADS_DIR$|LOG_LEVEL$|ADMIN_TOKEN_TTL$|BREACHED_PASSWORDS_URL$|MAIL_FROM$|BIND_ADDRESS$|ADMIN_PASSWORD$|TRUSTED_PROXIES$|DEMO_BANK|PAYMENT_|PORT$|NODE_ENV$|(STORE|ADMIN)_CORS$)/u;

/** Reads .env into this process, where there is one. Variables of the shell win. */
export function loadDotEnv(): void {
  if (existsSync(join(ROOT, ".env"))) process.loadEnvFile(join(ROOT, ".env"));
}

/** The environment without anything that configures a shop. */
export function withoutShopVariables(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !SHOP_VARIABLE.test(name)));
}

export function medusaEnvironment({ settings, secrets, databases }: ShopConfig): Environment {
  const { environment, ports, dataDir } = settings;
  const urls = urlsOf(ports);
  return {
    ...sharedEnvironment(settings, secrets),
    NODE_ENV: "production",
    PORT: String(ports.medusa),
    DATABASE_URL: databases.medusa,
    JWT_SECRET: environment.JWT_SECRET || secrets.JWT_SECRET,
    COOKIE_SECRET: environment.COOKIE_SECRET || secrets.COOKIE_SECRET,
    STORE_CORS: urls.storefront,
    ADMIN_CORS: urls.medusa,
    AUTH_CORS: `${urls.storefront},${urls.medusa}`,
    ...(settings.hasDemoBank
      ? { DEMO_BANK_SECRET: environment.DEMO_BANK_SECRET || secrets.DEMO_BANK_SECRET }
      : {}),
    UPLOADS_DIR: join(dataDir, "uploads"),
  };
}

export function storefrontEnvironment(shop: ShopConfig, publishableKey: string): Environment {
  const { settings, secrets, databases } = shop;
  const { environment, bindAddress, distDir, isDevelopment } = settings;
  return {
    ...sharedEnvironment(settings, secrets),
    NODE_ENV: isDevelopment ? "development" : "production",
    // Next's development server refuses hosts that it is not told.
    ...(isDevelopment ? { DEV_HOSTS: listNetworkAddresses(bindAddress).join(",") } : {}),
    NEXT_DIST_DIR: distDir,
    MEDUSA_PUBLISHABLE_KEY: publishableKey,
    STOREFRONT_DATABASE_URL: databases.storefront,
    AUTH_SECRET: environment.AUTH_SECRET || secrets.AUTH_SECRET,
  };
}

function sharedEnvironment(settings: Settings, secrets: Secrets) {
  const { environment, ports, bindAddress, dataDir, hasDemoBank } = settings;
  const urls = urlsOf(ports);
  // Servers never get the admin's password; the seed does, see `seedMedusa`. The bank's secret is the backend's alone.
  const { ADMIN_PASSWORD: _, DEMO_BANK_SECRET: __, ...shared } = environment;
  return {
    ...shared,
    ...NO_TELEMETRY,
    BIND_ADDRESS: bindAddress,
    MEDUSA_URL: urls.medusa,
    STOREFRONT_URL: urls.storefront,
    DEMO_BANK_URL: hasDemoBank ? urls.demoBank : "",
    REVALIDATE_SECRET: environment.REVALIDATE_SECRET || secrets.REVALIDATE_SECRET,
    DATA_DIR: dataDir,
  };
}
