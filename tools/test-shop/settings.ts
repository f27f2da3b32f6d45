import { resolve } from "node:path";
import { withoutShopVariables, type Environment } from "../stack/environment";
import { ROOT } from "../stack/paths";
import type { PortNeed } from "../stack/ports";
import type { Settings } from "../stack/settings";
import { UserError } from "../stack/user-error";

/** In the order of their numbers. */
const PORTS = [
  "storefront",
  "secondStorefront",
  "medusa",
  "proxy",
  "postgres",
  "control",
  "mail",
  "debugging",
  "development",
  "demoBank",
] as const;

type TestPorts = Record<(typeof PORTS)[number], number>;

export type TestSettings = Settings & { ports: TestPorts; idleSeconds: number };

const FIRST_PORT = 8310;
const HIGHEST_FIRST_PORT = 65_000;

/**
 * Fixed, so that neither the shell nor .env changes what the specs see; empty means the default. Sessions live faster:
 * a second stands for the ten minutes until rotation, and a minute for the fourteen days without a visit.
 */
const FIXED = {
  AUTH_SECRET_1: "",
  SESSION_ROTATE_AFTER_SECONDS: "1",
  SESSION_GRACE_SECONDS: "",
  DEMO_BANK_SECRET: "",
  PAYMENT_CHECK_INTERVAL: "3s",
  // Each test is a machine of its own, and says so as a proxy would.
  TRUSTED_PROXIES: "1",
};

/** Settings of a shop that shares nothing with a running demo: ports, databases, data folder and build are its own. */
export function readTestSettings(environment: Environment, { idleSeconds = 60 } = {}): TestSettings {
  const first = Number(environment.E2E_PORT || FIRST_PORT);
  if (!Number.isInteger(first) || first < 1 || first > HIGHEST_FIRST_PORT) {
    throw new UserError(`E2E_PORT is "${environment.E2E_PORT}", which is not a port.`, {
      advice: `It is the first of ten in a row: E2E_PORT=${FIRST_PORT}`,
    });
  }
  const ports = Object.fromEntries(PORTS.map((name, index) => [name, first + index])) as TestPorts;
  return {
    ports,
    dataDir: resolve(ROOT, environment.E2E_DATA_DIR || ".data-test"),
    bindAddress: "127.0.0.1",
    distDir: ".next-test",
    isDevelopment: false,
    hasDemoBank: true,
    isDisposable: true,
    idleSeconds,
    environment: {
      ...withoutShopVariables(environment),
      ...FIXED,
      SESSION_IDLE_TTL: `${idleSeconds}s`,
      SMTP_URL: `smtp://127.0.0.1:${ports.mail}`,
    },
  };
}

export function listTestPortNeeds(ports: TestPorts): PortNeed[] {
  return PORTS.map((name) => ({ port: ports[name], variable: "E2E_PORT", purpose: `the tests' ${name}` }));
}
