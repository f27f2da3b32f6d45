import { runBriefLoadTest } from "../load-test/load-test";
import { runToExit } from "../stack/run";
import { prepareWorkspace } from "../stack/workspace";
import { describeResults, sumResults } from "../test-shop/results";
import { readTestSettings } from "../test-shop/settings";
import { runDatabaseTests, runPlaywright } from "../test-shop/specs";
import { startTestShop } from "../test-shop/test-shop";
import { verify } from "./verify";

/**
 * `npm test`: every check and every spec, on a machine that may have nothing but Node. A failure does not keep the rest
 * from running. Arguments are Playwright's own.
 */
export default async function main(args: string[]): Promise<void> {
  const settings = readTestSettings(process.env);
  await runToExit(settings.dataDir, async (run) => {
    await prepareWorkspace(run, { withBackend: false });
    // The checks and the backend's start share the processors; the storefront's build changes what the checks read.
    const checks = verify(run);
    const shop = prepareWorkspace(run, { withBackend: true }).then(() =>
      startTestShop(run, settings, { storefrontsAfter: checks }),
    );
    const [{ failedChecks, unit }, { env }] = await Promise.all([checks, shop]);
    const database = await runDatabaseTests(run, env);
    const e2e = await runPlaywright(run, env, ["--forbid-only", ...args]);
    const isLoadTestClean = await runBriefLoadTest(settings);
    const areChecksPassed = failedChecks.length === 0;
    console.log(`
Logs of the shop: ${run.supervisor.logsDir}
${areChecksPassed ? "checks: all passed" : `checks failed: ${failedChecks.join(", ")}`}
unit: ${describeResults(unit)}
database: ${describeResults(database.results)}
e2e: ${describeResults(e2e.results)}
load test: ${isLoadTestClean ? "nothing found" : "something found, see above"}
${describeResults(sumResults([unit, database.results, e2e.results]))}`);
    return areChecksPassed && database.exitCode === 0 && e2e.exitCode === 0 && isLoadTestClean ? 0 : 1;
  });
}
