// @ts-check
import { readTestSettings } from "../e2e/settings.mjs";
import { openShop } from "../e2e/specs.mjs";
import { prepareCheckout } from "../stack/checkout.mjs";
import { describeFailure } from "../stack/failure.mjs";
import { createProgress } from "../stack/progress.mjs";
import { runToExit } from "../stack/run.mjs";

const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** `npm run bench`: measures the specs' shop, a production build, in one run on this machine. */
export async function runBench() {
  try {
    const settings = readTestSettings(process.env);
    await runToExit(settings.dataDir, ({ supervisor }) => measure(supervisor, settings));
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}

/**
 * @param {import("../stack/supervisor.mjs").Supervisor} supervisor
 * @param {import("../e2e/settings.mjs").TestSettings} settings
 * @returns {Promise<number>}
 */
async function measure(supervisor, settings) {
  const run = { supervisor, progress: createProgress(process.stdout) };
  await prepareCheckout(run, { withBackend: true });
  const env = await openShop(run, settings);
  // Only now are the packages there that these import.
  const [{ chromium }, { report }] = await Promise.all([import("@playwright/test"), import("./report.mjs")]);
  // The next one in the row of ports that the specs' shop takes.
  const debuggingPort = settings.ports.mail + 1;
  const browser = await chromium.launch({
    executablePath: env.CHROMIUM_PATH,
    args: [`--remote-debugging-port=${debuggingPort}`, ...QUIET],
  });
  try {
    const shop = { baseUrl: String(env.BASE_URL), databaseUrl: String(env.STOREFRONT_DATABASE_URL) };
    await report({ ...shop, browser, debuggingPort, print: console.log });
  } finally {
    await browser.close();
  }
  return 0;
}
