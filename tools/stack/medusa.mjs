// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, fingerprintFiles, isStamped, writeStamp } from "./fingerprint.mjs";
import { npm } from "../bootstrap/packages.mjs";
import { MEDUSA } from "./project.mjs";

/**
 * @typedef {import("./supervisor.mjs").Supervisor} Supervisor
 * @typedef {import("./progress.mjs").Progress} Progress
 */

const BUILD = join(MEDUSA, ".medusa", "server");
const STAMP = join(BUILD, ".sources");
const NOT_BUILT = /^(node_modules|seed|static|uploads)$|(^|\/)\.|\.test\.ts$|\.md$/u;

/** What the backend is built from. */
export function medusaSources() {
  return fingerprintFiles(MEDUSA, (path) => !NOT_BUILT.test(path));
}

/** What a freshly seeded database is made from. */
export function medusaSeedSources() {
  const goods = join(MEDUSA, "seed");
  return fingerprint([medusaSources(), existsSync(goods) ? fingerprintFiles(goods, () => true) : ""]);
}

/**
 * Builds the backend with its admin, when its sources have changed.
 * @param {{ supervisor: Supervisor, progress: Progress }} run
 */
export async function buildMedusa({ supervisor, progress }) {
  const sources = medusaSources();
  if (isStamped(STAMP, sources)) return;
  await progress.step("Building the backend and its admin", async () => {
    await supervisor.run({
      ...medusaProgram("build", process.env),
      name: "medusa-build",
      advice: "Mend what the log says in medusa/, then run the command again.",
    });
    writeStamp(STAMP, sources);
  });
}

/**
 * One of the backend's npm scripts, ready to be run.
 * @param {"build" | "migrate" | "seed" | "start"} script
 * @param {NodeJS.ProcessEnv} env
 */
export function medusaProgram(script, env) {
  const silent = { NODE_ENV: "production", MEDUSA_DISABLE_TELEMETRY: "1" };
  return { ...npm("run", "--silent", script), cwd: MEDUSA, env: { ...env, ...silent } };
}
