import { describeResults } from "./results";
import { readTestSettings } from "./settings";
import { runPlaywright } from "./specs";
import { runInTestShop } from "./test-shop";

/** `npm run e2e`: the specs that Playwright's own arguments choose, or all, against a shop of their own. */
export default async function main(args: string[]): Promise<void> {
  await runInTestShop(readTestSettings(process.env), async (run, env) => {
    const { exitCode, results } = await runPlaywright(run, env, args);
    console.log(`\nLogs of the shop: ${run.supervisor.logsDir}\ne2e: ${describeResults(results)}`);
    return exitCode;
  });
}
