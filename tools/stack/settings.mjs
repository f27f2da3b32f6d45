// @ts-check
import { isIP } from "node:net";
import { resolve } from "node:path";
import { databaseName, withDatabaseName } from "./database-url.mjs";
import { Failure } from "./failure.mjs";
import { ROOT } from "./project.mjs";

/**
 * @typedef {{ storefront: number, medusa: number, postgres: number }} Ports
 * @typedef {{ medusa: string, storefront: string }} DatabaseUrls
 * @typedef {{
 *   ports: Ports,
 *   bindAddress: string,
 *   dataDir: string,
 *   ownDatabases?: DatabaseUrls,
 *   distDir: string,
 *   isDevelopment: boolean,
 *   isDisposable: boolean,
 *   environment: NodeJS.ProcessEnv,
 * }} Settings
 */

/** @type {Ports} */
const DEFAULT_PORTS = { storefront: 8000, medusa: 9000, postgres: 5454 };
const LAST_PORT = 65_535;
const SHORTEST_ADMIN_PASSWORD = 8;

/** This machine alone: what the demo prints opens the shop's admin, and it may run in a café. */
const LOOPBACK = "127.0.0.1";

/**
 * What a person may set (see .env.example), with its defaults.
 * @param {NodeJS.ProcessEnv} environment
 * @param {{ isDevelopment?: boolean }} [mode]
 * @returns {Settings}
 */
export function readSettings(environment, { isDevelopment = false } = {}) {
  requireAdminPassword(environment);
  return {
    ports: {
      storefront: readPort(environment, "STOREFRONT_PORT", DEFAULT_PORTS.storefront),
      medusa: readPort(environment, "MEDUSA_PORT", DEFAULT_PORTS.medusa),
      postgres: readPort(environment, "POSTGRES_PORT", DEFAULT_PORTS.postgres),
    },
    bindAddress: readBindAddress(environment),
    dataDir: resolve(ROOT, environment.DATA_DIR || ".data"),
    ownDatabases: readDatabases(environment),
    distDir: environment.NEXT_DIST_DIR || ".next",
    isDevelopment,
    isDisposable: false,
    environment,
  };
}

/**
 * Where a browser finds the parts.
 * @param {Ports} ports
 */
export function urlsOf(ports) {
  return { storefront: `http://localhost:${ports.storefront}`, medusa: `http://localhost:${ports.medusa}` };
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} name
 * @param {number} fallback
 */
function readPort(environment, name, fallback) {
  const text = environment[name];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= LAST_PORT) return port;
  throw new Failure(`${name} is "${text}", which is not a port.`, {
    advice: `Give it a number from 1 to ${LAST_PORT}, such as ${name}=${fallback}`,
  });
}

/** @param {NodeJS.ProcessEnv} environment */
function requireAdminPassword({ ADMIN_PASSWORD: password }) {
  if (!password || password.length >= SHORTEST_ADMIN_PASSWORD) return;
  throw new Failure(`ADMIN_PASSWORD has fewer than ${SHORTEST_ADMIN_PASSWORD} characters.`, {
    advice: "Choose a longer one, or leave it out: then one is made up, and printed when the shop is open.",
  });
}

/**
 * The network address that the storefront and the backend listen on.
 * @param {NodeJS.ProcessEnv} environment
 */
function readBindAddress({ BIND_ADDRESS: address }) {
  if (!address) return LOOPBACK;
  if (isIP(address) !== 0) return address;
  throw new Failure(`BIND_ADDRESS is "${address}", which is not an IP address.`, {
    advice: `BIND_ADDRESS=0.0.0.0 opens the shop to your network; without it only this machine reaches it.`,
  });
}

/**
 * A person's own PostgreSQL: the storefront's database is beside the backend's, unless it is named.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {DatabaseUrls | undefined}
 */
function readDatabases(environment) {
  const { DATABASE_URL: medusa, STOREFRONT_DATABASE_URL: storefront } = environment;
  if (!medusa && !storefront) return undefined;
  if (!medusa) {
    throw new Failure("STOREFRONT_DATABASE_URL is set, and DATABASE_URL is not.", {
      advice: "Set both, or DATABASE_URL alone, or neither for the PostgreSQL that comes with the shop.",
    });
  }
  const name = databaseName(requireUrl("DATABASE_URL", medusa));
  const beside = withDatabaseName(medusa, `${name.replace(/_medusa$/u, "")}_storefront`);
  return { medusa, storefront: requireUrl("STOREFRONT_DATABASE_URL", storefront || beside) };
}

/**
 * @param {string} variable
 * @param {string} url
 */
function requireUrl(variable, url) {
  const isUsable =
    URL.canParse(url) && /^postgres(ql)?:$/u.test(new URL(url).protocol) && databaseName(url) !== "";
  if (isUsable) return url;
  throw new Failure(`${variable} is not the address of a PostgreSQL database.`, {
    advice: `It looks like this: ${variable}=postgres://user:password@host:5432/database`,
  });
}
