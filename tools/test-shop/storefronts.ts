import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../stack/environment";
import type { Run } from "../stack/run";
import { whileStopped, type Service } from "../stack/service";
import { buildStorefront, storefrontService } from "../stack/storefront";
import { startBackendProxy, type BackendProxy } from "./backend-proxy";
import { copyBuild } from "./mirror";
import type { TestSettings } from "./settings";

const BACKEND_DETOUR = new URL("backend-detour.mjs", import.meta.url).href;
const CALL_COUNTER = new URL("call-counter.mjs", import.meta.url).href;

export type Storefronts = {
  second: Service;
  development: Service;
  proxy: BackendProxy;
  rebuild: () => Promise<void>;
  /** Restart the second one with other settings. */
  controls: Record<"rotateSecret" | "serveBuildWithoutBackend" | "serveBuild", () => Promise<void>>;
};

/**
 * Starts two instances on one database, so that a session revoked on one is revoked on the other. The second reaches
 * the backend through a proxy that can take it away. The development server is only prepared.
 */
export async function startStorefronts(
  run: Run,
  { ports, distDir, dataDir }: TestSettings,
  env: Environment,
): Promise<Storefronts> {
  const { supervisor, progress } = run;
  await buildStorefront(run, env);
  const copyForEach = async () => [copyBuild(distDir, "first"), copyBuild(distDir, "second")];
  const [firstBuild, secondBuild] = await progress.step("Copying the build for two instances", copyForEach);
  const callsFile = join(dataDir, "calls.jsonl");
  rmSync(callsFile, { force: true });
  const proxy = await startBackendProxy(ports.proxy, String(env.MEDUSA_URL));
  const firstEnv = { ...env, NEXT_DIST_DIR: firstBuild };
  // Its connections to the backend's port are led to the proxy's.
  const secondEnv = {
    ...env,
    NEXT_DIST_DIR: secondBuild,
    STOREFRONT_URL: `http://localhost:${ports.secondStorefront}`,
    NODE_OPTIONS: `${env.NODE_OPTIONS ?? ""} --import=${BACKEND_DETOUR} --import=${CALL_COUNTER}`,
    CALLS_FILE: callsFile,
    BACKEND_PORT: String(ports.medusa),
    PROXY_PORT: String(ports.proxy),
  };
  // As another device of the network sees `npm run dev`.
  const developmentEnv = {
    ...env,
    NODE_ENV: "development",
    NEXT_DIST_DIR: distDir,
    STOREFRONT_URL: `http://localhost:${ports.development}`,
    DEV_HOSTS: "phone.test",
  };
  const first = storefrontService(supervisor, { name: "storefront", env: firstEnv });
  const second = storefrontService(supervisor, { name: "storefront-second", env: secondEnv });
  const development = storefrontService(supervisor, { name: "storefront-development", env: developmentEnv });
  await progress.step("Starting two instances of the storefront", async () => {
    await Promise.all([first.start(), second.start()]);
  });
  const rebuild = async () => {
    await buildStorefront(run, env);
    await copyForEach();
  };
  const { AUTH_SECRET } = env;
  const controls = listControls(second, secondEnv, () =>
    buildWithoutBackend(run, proxy, { ...secondEnv, AUTH_SECRET, NEXT_DIST_DIR: distDir }),
  );
  return { second, development, proxy, rebuild: () => whileStopped([first, second], rebuild), controls };
}

/** `env` is read by the service at each start; `build` returns the distDir of a build without a backend. */
function listControls(service: Service, env: Environment, build: () => Promise<string>) {
  const { NEXT_DIST_DIR, AUTH_SECRET: oldSecret, AUTH_SECRET_1: newSecret } = env;
  const restartWith = (settings: Environment) => {
    Object.assign(env, settings);
    return service.restart();
  };
  return {
    // The new secret seals from the next start on, and the old one still opens. There is no way back.
    rotateSecret: () => restartWith({ AUTH_SECRET: newSecret, AUTH_SECRET_1: oldSecret }),
    serveBuildWithoutBackend: async () => restartWith({ NEXT_DIST_DIR: await build() }),
    serveBuild: () => restartWith({ NEXT_DIST_DIR }),
  };
}

/**
 * Builds the storefront where no backend answers, as in most build pipelines, and returns the distDir of a copy that
 * one server may serve. The proxy passes requests on again afterwards.
 */
async function buildWithoutBackend(run: Run, proxy: BackendProxy, env: Environment): Promise<string> {
  const distDir = `${env.NEXT_DIST_DIR}-without-backend`;
  await proxy.setMode("refuse");
  try {
    await buildStorefront(run, { ...env, NEXT_DIST_DIR: distDir });
  } finally {
    await proxy.setMode("pass");
  }
  return copyBuild(distDir, "served");
}
