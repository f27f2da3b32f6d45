// @ts-check
import { prepareCheckout } from "../stack/checkout.mjs";
import { describeFailure } from "../stack/failure.mjs";
import { createProgress } from "../stack/progress.mjs";
import { runToExit } from "../stack/run.mjs";
import { describeResults } from "./results.mjs";
import { readTestSettings } from "./settings.mjs";
import { openShop, runPlaywright } from "./specs.mjs";

/**
 * `npm run e2e`: the specs, or those that the arguments choose, against a shop of their own.
 */
export async function runSpecs() {
  try {
    const settings = readTestSettings(process.env);
    await runToExit(settings.dataDir, async ({ supervisor }) => {
      const run = { supervisor, progress: createProgress(process.stdout) };
      await prepareCheckout(run, { withBackend: true });
      const env = await openShop(run, settings);
      const { exitCode, results } = await runPlaywright(run, env, process.argv.slice(2));
      console.log(`\nLogs of the shop: ${supervisor.logsDir}`);
      console.log(`e2e: ${describeResults(results)}`);
      return exitCode;
    });
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}
