// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { prepareCheckout } from "./checkout.mjs";
import { describeFailure, Failure } from "./failure.mjs";
import { describeNetwork, listNetworkAddresses } from "./network.mjs";
import { createProgress } from "./progress.mjs";
import { ROOT } from "./project.mjs";
import { runToExit } from "./run.mjs";
import { readSettings } from "./settings.mjs";

/**
 * @typedef {import("./settings.mjs").Settings} Settings
 * @typedef {import("./run.mjs").Run} Run
 * @typedef {{ isDevelopment: boolean }} Mode
 */

/**
 * `npm run demo` and `npm run dev`: the whole shop, until Ctrl-C.
 * @param {Mode} mode
 */
export async function runShopFor(mode) {
  try {
    const options = process.argv.slice(2);
    const unknown = options.find((option) => option !== "--reset");
    if (unknown)
      throw new Failure(`There is no option ${unknown}.`, { advice: "There is one: --reset starts over." });
    if (existsSync(join(ROOT, ".env"))) process.loadEnvFile(join(ROOT, ".env"));
    const settings = readSettings(process.env, mode);
    await runToExit(settings.dataDir, (run) => runShop(run, settings, options.includes("--reset")));
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}

/**
 * @param {Run} run
 * @param {Settings} settings
 * @param {boolean} isReset
 * @returns {Promise<number>}
 */
async function runShop({ supervisor, leftovers, markReady }, settings, isReset) {
  const run = { supervisor, progress: createProgress(process.stdout) };
  if (leftovers.length > 0)
    run.progress.note(`Ended what a killed run had left running: ${leftovers.join(", ")}`);
  await prepareCheckout(run, { withBackend: true });
  // Only now are the packages there that these import.
  const [{ startStack }, { resetData }] = await Promise.all([
    import("./stack.mjs"),
    import("./databases.mjs"),
  ]);
  if (isReset) await run.progress.step("Deleting all data", () => resetData(settings));
  const { storefront, medusa, adminPassword } = await startStack(run, settings);
  markReady();
  const network = describeNetwork({
    addresses: listNetworkAddresses(settings.bindAddress),
    port: settings.ports.storefront,
    isDevelopment: settings.isDevelopment,
  });
  const shop = { storefront: storefront.url, admin: `${medusa.url}/app`, adminPassword, network };
  console.log(invitation(shop));
  return await supervisor.crashed;
}

/** @param {{ storefront: string, admin: string, adminPassword: string, network: string }} shop */
function invitation({ storefront, admin, adminPassword, network }) {
  return `
  Customer  demo@cloakroom.test   cloakroom-demo
  Admin     admin@cloakroom.test  ${adminPassword}  at ${admin}

${network}  Ctrl-C stops everything and keeps all data; --reset starts over.

Storefront ready at ${storefront}`;
}

export const runDemo = () => runShopFor({ isDevelopment: false });
export const runDev = () => runShopFor({ isDevelopment: true });
