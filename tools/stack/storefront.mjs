// @ts-check
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, fingerprintFiles, isStamped, writeStamp } from "./fingerprint.mjs";
import { ROOT } from "./project.mjs";
import { createService } from "./service.mjs";

/**
 * @typedef {import("./supervisor.mjs").Supervisor} Supervisor
 * @typedef {import("./progress.mjs").Progress} Progress
 * @typedef {import("./service.mjs").Service} Service
 */

const NEXT = join(ROOT, "node_modules", "next", "dist", "bin", "next");
const HEALTH_PATH = "/api/health";

/**
 * Longer than proxies and clients keep an idle connection. After Node's own five seconds the server closes it, now and
 * then in the moment in which somebody sends the next request over it.
 */
const IDLE_CONNECTION_MS = "75000";

/** Folders and files that `next build` does not read; whatever begins with a dot is not a source either. */
const NOT_BUILT =
  /^(node_modules|medusa|e2e|mutants|scripts|tools|docs|prisma\/generated|test-results|playwright-report)$|(^|\/)\.|\.test\.m?tsx?$|\.md$|^next-env\.d\.ts$|\.tsbuildinfo$/u;

/** What the build takes in from its environment: it prerenders the catalogue of this one shop. */
const BUILT_IN = /^(MEDUSA_URL|MEDUSA_PUBLISHABLE_KEY|STOREFRONT_URL|NEXT_DIST_DIR|NEXT_PUBLIC_.*)$/u;

/**
 * Builds the storefront, when its sources, or the shop it prerenders, have changed.
 * @param {{ supervisor: Supervisor, progress: Progress }} run
 * @param {NodeJS.ProcessEnv} env the storefront's
 */
export async function buildStorefront({ supervisor, progress }, env) {
  const distDir = join(ROOT, String(env.NEXT_DIST_DIR));
  const stamp = join(distDir, "cloakroom-sources");
  const settings = Object.entries(env).filter(([name]) => BUILT_IN.test(name));
  const sources = fingerprint([fingerprintFiles(ROOT, (path) => !NOT_BUILT.test(path)), settings.toSorted()]);
  if (isStamped(stamp, sources)) return;
  await progress.step("Building the storefront", async () => {
    rmSync(stamp, { force: true });
    // Answers of the backend that an earlier build has kept: this build is to show the shop as it is now.
    rmSync(join(distDir, "cache", "fetch-cache"), { recursive: true, force: true });
    await supervisor.run({
      ...nextProgram("build"),
      name: "storefront-build",
      env,
      advice: "Mend what the log says, then run the command again.",
    });
    writeStamp(stamp, sources);
  });
}

/**
 * The storefront as a service: its production build or, in development, its sources.
 * @param {Supervisor} supervisor
 * @param {{ name: string, env: NodeJS.ProcessEnv }} storefront its address and its mode are in its environment
 * @returns {Service}
 */
export function storefrontService(supervisor, { name, env }) {
  const url = String(env.STOREFRONT_URL);
  const command =
    env.NODE_ENV === "development" ? ["dev"] : ["start", "--keepAliveTimeout", IDLE_CONNECTION_MS];
  const address = ["-p", new URL(url).port, "-H", String(env.BIND_ADDRESS)];
  const program = { ...nextProgram(...command, ...address), name, env };
  return createService(supervisor, program, { url, healthPath: HEALTH_PATH });
}

/** @param {...string} args */
function nextProgram(...args) {
  return { command: process.execPath, args: [NEXT, ...args], cwd: ROOT };
}
