import { parseOptions } from "../options";
import { loadDotEnv } from "./environment";
import { describeNetwork, listNetworkAddresses } from "./network";
import { runToExit } from "./run";
import { readSettings, type Settings } from "./settings";
import { resetData } from "./shop-databases";
import { startStack } from "./stack";
import { prepareWorkspace } from "./workspace";

/** `npm run demo` and `npm run dev`. */
export default async function main(args: string[], command: string): Promise<void> {
  const { reset } = parseOptions("demo", args, { reset: "flag" });
  loadDotEnv();
  const settings = readSettings(process.env, { isDevelopment: command === "dev" });
  await runToExit(settings.dataDir, async (run) => {
    await prepareWorkspace(run, { withBackend: true });
    if (reset) await run.progress.step("Deleting all data", () => resetData(settings));
    const { storefront, medusa, adminPassword } = await startStack(run, settings);
    run.markReady();
    console.log(describeShop(settings, { storefront: storefront.url, medusa: medusa.url, adminPassword }));
    return run.supervisor.crashed;
  });
}

type OpenShop = { storefront: string; medusa: string; adminPassword: string };

function describeShop(settings: Settings, { storefront, medusa, adminPassword }: OpenShop): string {
  const { bindAddress, ports, isDevelopment } = settings;
  const addresses = listNetworkAddresses(bindAddress);
  return `
  Customer  demo@cloakroom.test   cloakroom-demo
  Admin     admin@cloakroom.test  ${adminPassword}  at ${medusa}/app

${describeNetwork({ addresses, port: ports.storefront, isDevelopment })}  Ctrl-C stops everything and keeps all data; --reset starts over.

Storefront ready at ${storefront}`;
}
