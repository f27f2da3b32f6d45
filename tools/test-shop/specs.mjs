// @ts-check
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "../stack/project.mjs";
import { countPlaywright, countVitest, readResults } from "./results.mjs";

/**
 * @typedef {import("../stack/stack.mjs").Run} Run
 * @typedef {import("./settings.mjs").TestSettings} TestSettings
 * @typedef {import("./results.mjs").Results} Results
 * @typedef {{ exitCode: number, results: Results }} Outcome
 */

const PLAYWRIGHT = join(ROOT, "node_modules", "@playwright", "test", "cli.js");
const VITEST = join(ROOT, "node_modules", "vitest", "vitest.mjs");

/**
 * Starts the shop that the specs run against. What it imports needs packages, so it is imported late.
 * @param {Run} run
 * @param {TestSettings} settings
 * @returns {Promise<NodeJS.ProcessEnv>} the environment that the specs need
 */
export async function openShop(run, settings) {
  const [{ findBrowser }, { startTestShop }] = await Promise.all([
    import("./browser.mjs"),
    import("./shop.mjs"),
  ]);
  const CHROMIUM_PATH = await findBrowser(run);
  return { ...settings.environment, ...(await startTestShop(run, settings)), CHROMIUM_PATH };
}

/**
 * @param {Run} run
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args Playwright's own
 * @returns {Promise<Outcome>}
 */
export async function runPlaywright({ supervisor }, env, args) {
  const report = supervisor.logFile("e2e-report");
  rmSync(report, { force: true });
  const exitCode = await supervisor.runInForeground({
    name: "playwright",
    command: process.execPath,
    args: [PLAYWRIGHT, "test", ...args],
    cwd: ROOT,
    env: { ...env, E2E_REPORT: report },
  });
  return { exitCode, results: readResults(report, countPlaywright) };
}

/**
 * The unit tests that need a real database: they have the specs'.
 * @param {Run} run
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Outcome>}
 */
export async function runDatabaseTests({ supervisor }, env) {
  const report = supervisor.logFile("database-report");
  const config = fileURLToPath(import.meta.resolve("./database-tests.config.mjs"));
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const exitCode = await supervisor.runInForeground({
    name: "database-tests",
    command: process.execPath,
    args: [VITEST, "run", "--config", config, "--root", ROOT, ...reporters],
    cwd: ROOT,
    env,
  });
  return { exitCode, results: readResults(report, countVitest) };
}
