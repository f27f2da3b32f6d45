// @ts-check
import { readTestSettings } from "./settings.mjs";
import { openShop, runPlaywright } from "./specs.mjs";
import { prepareCheckout } from "../stack/checkout.mjs";
import { describeFailure } from "../stack/failure.mjs";
import { createProgress } from "../stack/progress.mjs";
import { runToExit } from "../stack/run.mjs";
import { readOptions, USAGE } from "./day-options.mjs";

const SPEC = ["--no-deps", "--project=desktop", "day-in-the-life.spec.ts"];

/** `npm run e2e:day`: the spec of that name in the specs' shop, for as long as asked. */
export async function runDay() {
  try {
    const { isHelp, seconds, changes, seed } = readOptions(process.argv.slice(2));
    if (isHelp) return console.log(USAGE);
    const settings = readTestSettings(process.env);
    await runToExit(settings.dataDir, async ({ supervisor }) => {
      const run = { supervisor, progress: createProgress(process.stdout) };
      await prepareCheckout(run, { withBackend: true });
      const env = await openShop(run, settings);
      const day = {
        DAY_SEED: String(seed),
        DAY_SECONDS: String(seconds),
        DAY_CHANGES: String(changes ?? ""),
      };
      console.log(`\nA day of ${seconds} s with --seed ${seed}`);
      return (await runPlaywright(run, { ...env, ...day }, SPEC)).exitCode;
    });
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}
