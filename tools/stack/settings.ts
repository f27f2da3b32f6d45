import { isIP } from "node:net";
import { resolve } from "node:path";
import { databaseName, withDatabaseName } from "./database";
import type { Environment } from "./environment";
import { ROOT } from "./paths";
import { UserError } from "./user-error";

export type Ports = { storefront: number; medusa: number; postgres: number; demoBank: number };
export type DatabaseUrls = { medusa: string; storefront: string };

export type Settings = {
  ports: Ports;
  bindAddress: string;
  dataDir: string;
  /** A PostgreSQL of the user's own, instead of the one from npm. */
  externalDatabases?: DatabaseUrls;
  distDir: string;
  isDevelopment: boolean;
  /** Whether the demo's bank is started, and offered as a way to pay. */
  hasDemoBank: boolean;
  /** Whether a power cut may lose the data, because every run makes it anew. */
  isDisposable: boolean;
  environment: Environment;
};

const DEFAULT_PORTS: Ports = { storefront: 8000, medusa: 9000, postgres: 5454, demoBank: 8400 };
const LAST_PORT = 65_535;
const MIN_ADMIN_PASSWORD_LENGTH = 8;

/** This machine alone: the demo prints the admin's password, and may run in a café. */
const LOOPBACK = "127.0.0.1";

/** The settings of .env.example, checked, with their defaults. */
export function readSettings(environment: Environment, { isDevelopment = false } = {}): Settings {
  requireAdminPassword(environment);
  const bindAddress = readBindAddress(environment);
  return {
    ports: {
      storefront: readPort(environment, "STOREFRONT_PORT", DEFAULT_PORTS.storefront),
      medusa: readPort(environment, "MEDUSA_PORT", DEFAULT_PORTS.medusa),
      postgres: readPort(environment, "POSTGRES_PORT", DEFAULT_PORTS.postgres),
      demoBank: readPort(environment, "DEMO_BANK_PORT", DEFAULT_PORTS.demoBank),
    },
    bindAddress,
    dataDir: resolve(ROOT, environment.DATA_DIR || ".data"),
    externalDatabases: readDatabaseUrls(environment),
    distDir: environment.NEXT_DIST_DIR || ".next",
    isDevelopment,
    // The bank is at 127.0.0.1, where other devices would look for it on themselves.
    hasDemoBank: environment.DEMO_BANK !== "off" && bindAddress === LOOPBACK,
    isDisposable: false,
    environment,
  };
}

/** The addresses for a browser on this machine. */
export function urlsOf(ports: Ports) {
  return {
    storefront: `http://localhost:${ports.storefront}`,
    medusa: `http://localhost:${ports.medusa}`,
    // To a browser another site than localhost, as a bank is.
    demoBank: `http://127.0.0.1:${ports.demoBank}`,
  };
}

/** The variable as a port; the fallback when it is not set. */
export function readPort(environment: Environment, name: string, fallback: number): number {
  const text = environment[name];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= LAST_PORT) return port;
  throw new UserError(`${name} is "${text}", which is not a port.`, {
    advice: `Give it a number from 1 to ${LAST_PORT}, such as ${name}=${fallback}`,
  });
}

function requireAdminPassword({ ADMIN_PASSWORD: password }: Environment): void {
  if (!password || password.length >= MIN_ADMIN_PASSWORD_LENGTH) return;
  throw new UserError(`ADMIN_PASSWORD has fewer than ${MIN_ADMIN_PASSWORD_LENGTH} characters.`, {
    advice: "Choose a longer one, or leave it out: then one is made up, and printed when the shop is open.",
  });
}

export function readBindAddress({ BIND_ADDRESS: address }: Environment): string {
  if (!address) return LOOPBACK;
  if (isIP(address) !== 0) return address;
  throw new UserError(`BIND_ADDRESS is "${address}", which is not an IP address.`, {
    advice: `BIND_ADDRESS=0.0.0.0 opens the shop to your network; without it only this machine reaches it.`,
  });
}

/** The storefront's database is beside the backend's, unless it is named. */
function readDatabaseUrls(environment: Environment): DatabaseUrls | undefined {
  const { DATABASE_URL: medusa, STOREFRONT_DATABASE_URL: storefront } = environment;
  if (!medusa && !storefront) return undefined;
  if (!medusa) {
    throw new UserError("STOREFRONT_DATABASE_URL is set, and DATABASE_URL is not.", {
      advice: "Set both, or DATABASE_URL alone, or neither for the PostgreSQL that comes with the shop.",
    });
  }
  const name = databaseName(requirePostgresUrl("DATABASE_URL", medusa));
  const beside = withDatabaseName(medusa, `${name.replace(/_medusa$/u, "")}_storefront`);
  return { medusa, storefront: requirePostgresUrl("STOREFRONT_DATABASE_URL", storefront || beside) };
}

/** Returns the URL, or throws when it is none of a PostgreSQL database. */
export function requirePostgresUrl(variable: string, url: string): string {
  const isUsable =
    URL.canParse(url) && /^postgres(ql)?:$/u.test(new URL(url).protocol) && databaseName(url) !== "";
  if (isUsable) return url;
  throw new UserError(`${variable} is not the address of a PostgreSQL database.`, {
    advice: `It looks like this: ${variable}=postgres://user:password@host:5432/database`,
  });
}
