// @ts-check
import { describeResults, sumResults } from "../test-shop/results.mjs";
import { readTestSettings } from "../test-shop/settings.mjs";
import { openShop, runDatabaseTests, runPlaywright } from "../test-shop/specs.mjs";
import { huntBriefly } from "../load-test/run-hunt.mjs";
import { prepareCheckout } from "../stack/checkout.mjs";
import { describeFailure } from "../stack/failure.mjs";
import { createProgress } from "../stack/progress.mjs";
import { runToExit } from "../stack/run.mjs";
import { verify } from "./verification.mjs";

/** `npm test`: every check and every spec, on a machine that may have nothing but Node. */
export async function runEverything() {
  try {
    const settings = readTestSettings(process.env);
    await runToExit(settings.dataDir, ({ supervisor }) => testEverything(supervisor, settings));
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}

/**
 * A failure does not keep the rest from running: one run tells everything.
 * @param {import("../stack/supervisor.mjs").Supervisor} supervisor
 * @param {import("../test-shop/settings.mjs").TestSettings} settings
 * @returns {Promise<number>}
 */
async function testEverything(supervisor, settings) {
  const run = { supervisor, progress: createProgress(process.stdout) };
  await prepareCheckout(run, { withBackend: true });
  const { failedChecks, unit } = await verify(run);
  const env = await openShop(run, settings);
  const database = await runDatabaseTests(run, env);
  const e2e = await runPlaywright(run, env, ["--forbid-only", ...process.argv.slice(2)]);
  const isHuntClean = await huntBriefly(settings, env);
  const isPassed = failedChecks.length === 0 && database.exitCode === 0 && e2e.exitCode === 0 && isHuntClean;
  console.log(`
Logs of the shop: ${supervisor.logsDir}
${failedChecks.length === 0 ? "checks: all passed" : `checks failed: ${failedChecks.join(", ")}`}
unit: ${describeResults(unit)}
database: ${describeResults(database.results)}
e2e: ${describeResults(e2e.results)}
hunt: ${isHuntClean ? "nothing found" : "something found, see above"}
${describeResults(sumResults([unit, database.results, e2e.results]))}`);
  return isPassed ? 0 : 1;
}
