import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Environment } from "../stack/environment";
import { ROOT } from "../stack/paths";
import type { Run } from "../stack/run";
import { PLAYWRIGHT } from "./browser";
import { countPlaywright, countVitest, readResults, type Results } from "./results";

type Outcome = { exitCode: number; results: Results };

const VITEST = join(ROOT, "node_modules", "vitest", "vitest.mjs");
const DATABASE_TESTS = fileURLToPath(new URL("database-tests.config.ts", import.meta.url));

/** Runs the specs that Playwright's own arguments choose. */
export async function runPlaywright({ supervisor }: Run, env: Environment, args: string[]): Promise<Outcome> {
  const report = supervisor.logFile("e2e-report");
  rmSync(report, { force: true });
  const exitCode = await supervisor.runInForeground({
    ...playwrightProgram({ ...env, E2E_REPORT: report }, args),
    name: "playwright",
  });
  return { exitCode, results: readResults(report, countPlaywright) };
}

/** Playwright's tests, ready to be run. */
export function playwrightProgram(env: Environment, args: string[]) {
  return { command: process.execPath, args: [PLAYWRIGHT, "test", ...args], cwd: ROOT, env };
}

/** Runs the unit tests that need a real database, on the specs' own. */
export async function runDatabaseTests({ supervisor }: Run, env: Environment): Promise<Outcome> {
  const report = supervisor.logFile("database-report");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const exitCode = await supervisor.runInForeground({
    name: "database-tests",
    command: process.execPath,
    args: [VITEST, "run", "--config", DATABASE_TESTS, "--root", ROOT, ...reporters],
    cwd: ROOT,
    env,
  });
  return { exitCode, results: readResults(report, countVitest) };
}
