// @ts-check
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readTestSettings } from "../test-shop/settings.mjs";
import { openShop } from "../test-shop/specs.mjs";
import { prepareCheckout } from "../stack/checkout.mjs";
import { describeFailure } from "../stack/failure.mjs";
import { watchInterruptions } from "../stack/interruption.mjs";
import { createProgress } from "../stack/progress.mjs";
import { runToExit } from "../stack/run.mjs";
import { readOptions, USAGE } from "./options.mjs";

/**
 * @typedef {import("../stack/stack.mjs").Run} Run
 * @typedef {import("../test-shop/settings.mjs").TestSettings} TestSettings
 * @typedef {import("./hunt.mjs").HuntSize & { json?: string }} HuntOrder
 */

/** Few enough that each gets round to signing in, buying and signing out. */
const BRIEF = { shoppers: 10, seconds: 20 };

/** A large crowd leaves many a session alone for longer than the specs' minute. Tickets rotate each second, as there. */
const IDLE_TTL = "600s";

/** `npm run hunt`: a crowd without browsers in the specs' shop, a production build with two instances. */
export async function runHunt() {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.isHelp) return console.log(USAGE);
    const settings = readTestSettings(process.env);
    settings.environment.SESSION_IDLE_TTL = IDLE_TTL;
    await runToExit(settings.dataDir, async ({ supervisor }) => {
      const run = { supervisor, progress: createProgress(process.stdout) };
      await prepareCheckout(run, { withBackend: true });
      const env = await openShop(run, settings);
      return (await huntIn(settings, env, options)) ? 0 : 1;
    });
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}

/**
 * A hunt that is small enough to be part of every test run.
 * @param {TestSettings} settings
 * @param {NodeJS.ProcessEnv} env of the specs
 * @returns {Promise<boolean>} whether nothing was found
 */
export function huntBriefly(settings, env) {
  return huntIn(settings, env, { ...readOptions([]), ...BRIEF });
}

/**
 * Hunts in a shop that is open, and tells on the terminal and in a file what was seen. Interrupted, it tells what was
 * seen by then; ending the run is the caller's.
 * @param {TestSettings} settings
 * @param {NodeJS.ProcessEnv} env of the specs
 * @param {HuntOrder} order
 * @returns {Promise<boolean>} whether nothing was found
 */
async function huntIn(settings, env, { json, ...size }) {
  // Only now are the packages there that these import.
  const [{ Hunt }, { describePlan }, { startProgressLine }, report] = await Promise.all([
    import("./hunt.mjs"),
    import("./plan.mjs"),
    import("./progress-line.mjs"),
    import("./report.mjs"),
  ]);
  const hunt = new Hunt(size, env);
  const file = json ?? join(settings.dataDir, "hunt.json");
  console.log(`\nHunting for ${size.seconds} s with --seed ${size.seed}: ${describePlan(hunt.plan)}`);
  const endProgress = startProgressLine(process.stdout, hunt.tally);
  const tell = once(() => {
    endProgress();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(report.reportHunt(hunt.tally, size), null, 2)}\n`);
    console.log(`${report.describeHunt(hunt.tally)}\n\nResults: ${file}`);
  });
  watchInterruptions(tell);
  try {
    await hunt.run();
  } finally {
    tell();
  }
  return report.isClean(hunt.tally);
}

/** @param {() => void} act */
function once(act) {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}
