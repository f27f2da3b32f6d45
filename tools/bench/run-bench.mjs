// @ts-check
import { readTestSettings } from "../test-shop/settings.mjs";
import { openShop } from "../test-shop/specs.mjs";
import { prepareCheckout } from "../stack/checkout.mjs";
import { describeFailure } from "../stack/failure.mjs";
import { createProgress } from "../stack/progress.mjs";
import { runToExit } from "../stack/run.mjs";
import { readParts } from "./parts.mjs";

const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** `npm run bench`: measures the specs' shop, a production build, in one run on this machine: all, or the parts named. */
export async function runBench() {
  try {
    const settings = readTestSettings(process.env);
    const parts = readParts(process.argv.slice(2));
    await runToExit(settings.dataDir, ({ supervisor }) => measure({ supervisor, settings, parts }));
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}

/**
 * @param {{ supervisor: import("../stack/supervisor.mjs").Supervisor, settings: import("../test-shop/settings.mjs").TestSettings,
 *   parts: readonly import("./parts.mjs").Part[] }} what
 * @returns {Promise<number>}
 */
async function measure({ supervisor, settings, parts }) {
  const run = { supervisor, progress: createProgress(process.stdout) };
  await prepareCheckout(run, { withBackend: true });
  const env = await openShop(run, settings);
  // Only now are the packages there that these import.
  const [{ chromium }, { report }] = await Promise.all([import("@playwright/test"), import("./report.mjs")]);
  const debuggingPort = settings.ports.debugging;
  const browser = await chromium.launch({
    executablePath: env.CHROMIUM_PATH,
    args: [`--remote-debugging-port=${debuggingPort}`, ...QUIET],
  });
  try {
    const shop = { baseUrl: String(env.BASE_URL), databaseUrl: String(env.STOREFRONT_DATABASE_URL) };
    await report({ ...shop, browser, debuggingPort, print: console.log }, parts);
  } finally {
    await browser.close();
  }
  return 0;
}
