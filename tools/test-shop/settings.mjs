// @ts-check
import { resolve } from "node:path";
import { withoutShop } from "../stack/environment.mjs";
import { Failure } from "../stack/failure.mjs";
import { ROOT } from "../stack/project.mjs";

/**
 * @typedef {import("../stack/settings.mjs").Settings} Settings
 * @typedef {"secondStorefront" | "proxy" | "control" | "mail" | "debugging" | "development"} TestPort
 * @typedef {Settings["ports"] & Record<TestPort, number>} TestPorts
 * @typedef {Settings & { ports: TestPorts }} TestSettings
 */

const FIRST_PORT = 8310;
const HIGHEST_FIRST_PORT = 65_000;

/**
 * Set, so that neither a person's shell nor their .env has a say in what the specs see; empty means the default. Of the
 * sessions, a second is what ten minutes are in a real shop, and a minute is the fourteen days that one may stay away. Each machine of a spec says its address as
 * a proxy would.
 */
const FIXED = {
  AUTH_SECRET_1: "",
  SESSION_ROTATE_AFTER_SECONDS: "1",
  SESSION_IDLE_TTL: "60s",
  SESSION_GRACE_SECONDS: "",
  // Each test is a machine of its own, and says so as a proxy would.
  TRUSTED_PROXIES: "1",
};

/**
 * A shop that shares nothing with a running demo: ports, databases, data folder and build are its own.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {TestSettings}
 */
export function readTestSettings(environment) {
  const first = Number(environment.E2E_PORT || FIRST_PORT);
  if (!Number.isInteger(first) || first < 1 || first > HIGHEST_FIRST_PORT) {
    throw new Failure(`E2E_PORT is "${environment.E2E_PORT}", which is not a port.`, {
      advice: `It is the first of nine in a row: E2E_PORT=${FIRST_PORT}`,
    });
  }
  return {
    ports: {
      storefront: first,
      secondStorefront: first + 1,
      medusa: first + 2,
      proxy: first + 3,
      postgres: first + 4,
      control: first + 5,
      mail: first + 6,
      debugging: first + 7,
      development: first + 8,
    },
    dataDir: resolve(ROOT, environment.E2E_DATA_DIR || ".data-test"),
    bindAddress: "127.0.0.1",
    distDir: ".next-test",
    isDevelopment: false,
    isDisposable: true,
    environment: { ...withoutShop(environment), ...FIXED, SMTP_URL: `smtp://127.0.0.1:${first + 6}` },
  };
}

/**
 * @param {TestPorts} ports
 * @returns {import("../stack/ports.mjs").PortNeed[]}
 */
export function testPortNeeds(ports) {
  return Object.entries(ports).map(([purpose, port]) => ({
    port,
    variable: "E2E_PORT",
    purpose: `the tests' ${purpose}`,
  }));
}
