import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashFiles, hashValue, isBuiltFrom } from "./build-hash";
import type { Environment } from "./environment";
import { ROOT } from "./paths";
import type { Run } from "./run";
import { createService, type Service } from "./service";
import type { Supervisor } from "./supervisor";

const NEXT = join(ROOT, "node_modules", "next", "dist", "bin", "next");
const HEALTH_PATH = "/api/health";

/**
 * Longer than proxies and clients keep an idle connection. Node's own five seconds are shorter: the server would close
 * connections at the moment in which the next request is sent.
 */
const IDLE_CONNECTION_MS = "75000";

/** Folders and files that `next build` does not read. */
const NOT_BUILT =
  /^(node_modules|medusa|e2e|mutants|scripts|tools|docs|prisma\/generated|test-results|playwright-report)$|(^|\/)\.|\.test\.m?tsx?$|\.md$|^next-env\.d\.ts$|\.tsbuildinfo$/u;

/** Variables that the build puts into pages: it prerenders the catalogue of this one shop. */
const BUILT_IN = /^(MEDUSA_URL|MEDUSA_PUBLISHABLE_KEY|STOREFRONT_URL|NEXT_DIST_DIR|NEXT_PUBLIC_.*)$/u;

/** Builds the storefront, when its sources, or the shop it prerenders, have changed. */
export async function buildStorefront({ supervisor, progress }: Run, env: Environment): Promise<void> {
  const distDir = join(ROOT, String(env.NEXT_DIST_DIR));
  const hashFile = join(distDir, "cloakroom-sources");
  const settings = Object.entries(env).filter(([name]) => BUILT_IN.test(name));
  const sources = hashValue([hashFiles(ROOT, (path) => !NOT_BUILT.test(path)), settings.toSorted()]);
  if (isBuiltFrom(hashFile, sources)) return;
  await progress.step("Building the storefront", async () => {
    rmSync(hashFile, { force: true });
    // Cached responses of an earlier build would make the pages of an earlier catalogue.
    rmSync(join(distDir, "cache", "fetch-cache"), { recursive: true, force: true });
    await supervisor.run({
      ...nextProgram("build"),
      name: "storefront-build",
      env: { ...env, SKIP_TYPE_CHECK: "1" },
      advice: "Fix what the log says, then run the command again.",
    });
    writeFileSync(hashFile, sources);
  });
}

/** The storefront as a service: its production build or, with NODE_ENV=development, its sources. */
export function storefrontService(
  supervisor: Supervisor,
  { name, env }: { name: string; env: Environment },
): Service {
  const url = String(env.STOREFRONT_URL);
  const address = { port: new URL(url).port, host: String(env.BIND_ADDRESS) };
  const program = env.NODE_ENV === "development" ? nextDev(address) : nextStart(address);
  return createService(supervisor, { ...program, name, env }, { url, healthPath: HEALTH_PATH });
}

type Address = { port: string; host: string };

function nextDev({ port, host }: Address) {
  return nextProgram("dev", "-p", port, "-H", host);
}

/** `next start`, ready to be run. */
export function nextStart({ port, host }: Address) {
  return nextProgram("start", "--keepAliveTimeout", IDLE_CONNECTION_MS, "-p", port, "-H", host);
}

function nextProgram(...args: string[]) {
  return { command: process.execPath, args: [NEXT, ...args], cwd: ROOT };
}
