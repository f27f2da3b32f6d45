// @ts-check
import { whileStopped } from "../stack/service.mjs";
import { buildStorefront, storefrontService } from "../stack/storefront.mjs";
import { startBackendProxy } from "./backend-proxy.mjs";
import { copyBuild } from "./build-copy.mjs";

/**
 * @typedef {import("../stack/stack.mjs").Run} Run
 * @typedef {import("../stack/service.mjs").Service} Service
 * @typedef {import("./settings.mjs").TestSettings} TestSettings
 * @typedef {import("./backend-proxy.mjs").BackendProxy} BackendProxy
 * @typedef {{
 *   second: Service,
 *   development: Service,
 *   proxy: BackendProxy,
 *   rebuild: () => Promise<void>,
 *   changes: Record<"rotateSecret" | "serveUnstocked" | "serveStocked", () => Promise<void>>,
 * }} Storefronts `changes` are the second one's
 */

/**
 * Two instances on one database: what one is told, the other knows. The second reaches the backend through a proxy
 * that can take it away.
 * @param {Run} run
 * @param {TestSettings} settings
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Storefronts>}
 */
export async function startStorefronts(run, { ports, distDir }, env) {
  const { supervisor, progress } = run;
  await buildStorefront(run, env);
  const copyForEach = () => [copyBuild(distDir, "first"), copyBuild(distDir, "second")];
  const [firstBuild, secondBuild] = await progress.step("Copying the build for two instances", async () =>
    copyForEach(),
  );
  const proxy = await startBackendProxy({ port: ports.proxy, target: String(env.MEDUSA_URL) });
  const firstEnv = { ...env, NEXT_DIST_DIR: firstBuild };
  const secondEnv = { ...detour(env, ports), NEXT_DIST_DIR: secondBuild };
  const first = storefrontService(supervisor, { name: "storefront", env: firstEnv });
  const second = storefrontService(supervisor, { name: "storefront-second", env: secondEnv });
  const development = storefrontService(supervisor, {
    name: "storefront-development",
    env: developmentEnvironment(env, { ports, distDir }),
  });
  await progress.step("Starting two instances of the storefront", async () => {
    await Promise.all([first.start(), second.start()]);
  });
  const rebuild = async () => {
    await buildStorefront(run, env);
    copyForEach();
  };
  const { AUTH_SECRET } = env;
  const buildEmpty = () => buildUnstocked(run, proxy, { ...secondEnv, AUTH_SECRET, NEXT_DIST_DIR: distDir });
  const changes = listChanges({ service: second, env: secondEnv }, buildEmpty);
  return { second, development, proxy, rebuild: () => whileStopped([first, second], rebuild), changes };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {Pick<TestSettings, "ports" | "distDir">} settings
 * @returns {NodeJS.ProcessEnv} of `npm run dev`, as another device of the network sees it
 */
function developmentEnvironment(env, { ports, distDir }) {
  return {
    ...env,
    NODE_ENV: "development",
    NEXT_DIST_DIR: distDir,
    STOREFRONT_URL: `http://localhost:${ports.development}`,
    DEV_HOSTS: "phone.test",
  };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {TestSettings["ports"]} ports
 * @returns {NodeJS.ProcessEnv} of a storefront that reaches the backend through the proxy
 */
function detour(env, { medusa, proxy, secondStorefront }) {
  return {
    ...env,
    STOREFRONT_URL: `http://localhost:${secondStorefront}`,
    NODE_OPTIONS: `${env.NODE_OPTIONS ?? ""} --import=${import.meta.resolve("./backend-detour.mjs")}`,
    BACKEND_PORT: String(medusa),
    PROXY_PORT: String(proxy),
  };
}

/**
 * @param {{ service: Service, env: NodeJS.ProcessEnv }} storefront
 * @param {() => Promise<string>} build gives the distDir of a build without a backend
 * @returns {Storefronts["changes"]}
 */
function listChanges({ service, env }, build) {
  const { NEXT_DIST_DIR: stocked, AUTH_SECRET: oldSecret, AUTH_SECRET_1: newSecret } = env;
  /** @param {NodeJS.ProcessEnv} settings read at each start */
  const restartWith = (settings) => {
    Object.assign(env, settings);
    return service.restart();
  };
  return {
    // The new secret seals from the next start on, and what the one before has sealed still opens. Once is for good.
    rotateSecret: () => restartWith({ AUTH_SECRET: newSecret, AUTH_SECRET_1: oldSecret }),
    serveUnstocked: async () => restartWith({ NEXT_DIST_DIR: await build() }),
    serveStocked: () => restartWith({ NEXT_DIST_DIR: stocked }),
  };
}

/**
 * Builds the storefront where no backend answers, as in most build pipelines.
 * @param {Run} run
 * @param {BackendProxy} proxy open again when the build is made
 * @param {NodeJS.ProcessEnv} env of a storefront that reaches the backend through the proxy
 * @returns {Promise<string>} the distDir of a copy that one server may serve
 */
async function buildUnstocked(run, proxy, env) {
  const distDir = `${env.NEXT_DIST_DIR}-unstocked`;
  await proxy.setMode("refuse");
  try {
    await buildStorefront(run, { ...env, NEXT_DIST_DIR: distDir });
  } finally {
    await proxy.setMode("pass");
  }
  return copyBuild(distDir, "served");
}
