// @ts-check
import { readTestSettings } from "../test-shop/settings.mjs";
import { prepareCheckout } from "../stack/checkout.mjs";
import { createProgress } from "../stack/progress.mjs";
import { runToExit } from "../stack/run.mjs";

/**
 * @typedef {{ names: string[], table: string }} Order which mutants, and the file that is to say what became of them
 */

/**
 * Tries the mutants on the project that this file is in, which is a copy, and exits: 0 when each was caught.
 * @param {Order} order
 */
export async function runTrials(order) {
  const settings = readTestSettings(process.env);
  await runToExit(settings.dataDir, async ({ supervisor }) => {
    const run = { supervisor, progress: createProgress(process.stdout) };
    await prepareCheckout(run, { withBackend: true });
    // Only now are the packages there that these import.
    const { tryMutants } = await import("./trials.mjs");
    return tryMutants(run, settings, order);
  });
}
