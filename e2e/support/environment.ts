import { join } from "node:path";

/** Variables that `npm run e2e` sets for the specs. Read on use, so that a missing one is reported by name. */
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
  /** A second instance of the storefront, which reaches the backend through a proxy that can be cut. */
  get secondBaseUrl() {
    return read("SECOND_BASE_URL");
  },
  /** URL of the development server, which a control command starts. */
  get developmentUrl() {
    return read("DEVELOPMENT_URL");
  },
  get controlUrl() {
    return read("CONTROL_URL");
  },
  get medusaUrl() {
    return read("MEDUSA_URL");
  },
  /** Folder of everything that the test shop writes. */
  get dataFolder() {
    return read("TEST_DATA_DIR");
  },
  /** Folder of the mails that the test shop has sent. */
  get mailFolder() {
    return join(read("TEST_DATA_DIR"), "mail");
  },
  get medusaDatabaseUrl() {
    return read("MEDUSA_DATABASE_URL");
  },
  get logsFolder() {
    return join(read("TEST_DATA_DIR"), "logs");
  },
  /** Build that the first storefront serves, and into which it writes pages. */
  get buildFolder() {
    return read("BUILD_DIR");
  },
  get publishableKey() {
    return read("PUBLISHABLE_KEY");
  },
  /** Database of sessions, customers' carts and the audit log. */
  get storefrontDatabaseUrl() {
    return read("STOREFRONT_DATABASE_URL");
  },
  get admin() {
    return { email: read("MEDUSA_ADMIN_EMAIL"), password: read("MEDUSA_ADMIN_PASSWORD") };
  },
  /** Secrets that the storefront seals with; tests unseal values to look for them. */
  get authSecrets() {
    return [read("AUTH_SECRET"), read("AUTH_SECRET_1")];
  },
  /** The demo's bank, and the secret that it shares with the backend. */
  get demoBankUrl() {
    return read("DEMO_BANK_URL");
  },
  get demoBankSecret() {
    return read("DEMO_BANK_SECRET");
  },
  /** Secret that the backend seals links to orders with. */
  get jwtSecret() {
    return read("JWT_SECRET");
  },
  /** Shared secret for signing revalidation messages of the backend. */
  get revalidateSecret() {
    return read("REVALIDATE_SECRET");
  },
};
