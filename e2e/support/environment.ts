import { join } from "node:path";

/** What `npm run e2e` tells the specs about the shop it has started for them. Read on use, so that each names itself. */
function read(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: run the specs with "npm run e2e", which starts a shop for them.`);
  return value;
}

export const environment = {
  get baseUrl() {
    return read("BASE_URL");
  },
  /** A second instance of the storefront, whose line to the backend can be cut. */
  get secondBaseUrl() {
    return read("SECOND_BASE_URL");
  },
  /** Where the development server is, once a spec has had it started. */
  get developmentUrl() {
    return read("DEVELOPMENT_URL");
  },
  get controlUrl() {
    return read("CONTROL_URL");
  },
  get medusaUrl() {
    return read("MEDUSA_URL");
  },
  /** Where the shop under test keeps everything that it writes. */
  get dataFolder() {
    return read("TEST_DATA_DIR");
  },
  /** Where the tests' mail server keeps what the shop sends. */
  get mailFolder() {
    return join(read("TEST_DATA_DIR"), "mail");
  },
  get medusaDatabaseUrl() {
    return read("MEDUSA_DATABASE_URL");
  },
  get logsFolder() {
    return join(read("TEST_DATA_DIR"), "logs");
  },
  /** The build that the first instance of the storefront serves, and writes pages into. */
  get buildFolder() {
    return read("BUILD_DIR");
  },
  get publishableKey() {
    return read("PUBLISHABLE_KEY");
  },
  /** Where sessions, customers' carts and the audit log are. */
  get storefrontDatabaseUrl() {
    return read("STOREFRONT_DATABASE_URL");
  },
  get admin() {
    return { email: read("MEDUSA_ADMIN_EMAIL"), password: read("MEDUSA_ADMIN_PASSWORD") };
  },
  /** What the storefront seals with: the tests look for what it keeps sealed. */
  get authSecrets() {
    return [read("AUTH_SECRET"), read("AUTH_SECRET_1")];
  },
  /** Shared by the backend and the storefront: signs the messages about what has changed. */
  get revalidateSecret() {
    return read("REVALIDATE_SECRET");
  },
};
