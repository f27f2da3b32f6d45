// @ts-check
import { availableParallelism } from "node:os";
import { countVitest, readResults } from "../test-shop/results.mjs";
import { Failure } from "../stack/failure.mjs";
import { readTail } from "../stack/log-tail.mjs";
import { formatDuration } from "../stack/progress.mjs";
import { listChecks, ROUTE_TYPES } from "./check.mjs";

/**
 * @typedef {import("../stack/stack.mjs").Run} Run
 * @typedef {import("./check.mjs").Check} Check
 * @typedef {import("../test-shop/results.mjs").Results} Results
 * @typedef {{ failedChecks: string[], unit: Results }} Verification
 */

const SHOWN_LINES = 80;

/**
 * Runs every check, as many at once as the machine has cores, and shows the output of those that fail.
 * @param {Run} run
 * @returns {Promise<Verification>}
 */
export async function verify(run) {
  const unitReport = run.supervisor.logFile("unit-report");
  const started = await check(run, ROUTE_TYPES);
  const queue = listChecks(unitReport);
  /** @type {string[]} */
  const failedChecks = started ? [] : [ROUTE_TYPES.name];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (!(await check(run, next))) failedChecks.push(next.name);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return { failedChecks, unit: readResults(unitReport, countVitest) };
}

/**
 * @param {Run} run
 * @param {Check} options
 * @returns {Promise<boolean>} whether it passed
 */
async function check({ supervisor, progress }, { advice, ...program }) {
  const since = Date.now();
  const took = () => formatDuration(Date.now() - since);
  try {
    await supervisor.run({ ...program, env: checkEnvironment() });
    progress.note(`✓ ${program.name} (${took()})`);
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const output = readTail(supervisor.logFile(program.name), SHOWN_LINES);
    progress.note(`✗ ${program.name} (${took()})\n\n${output}\n\n→ ${advice}\n`);
    return false;
  }
}

// Checks read the sources as they are in the repository, not as a person's shell would set up a shop.
function checkEnvironment() {
  const { NODE_ENV: _, NEXT_DIST_DIR: __, ...environment } = process.env;
  return { ...environment, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };
}
