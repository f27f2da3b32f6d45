import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "../bootstrap/packages.mjs";
import { hashFiles, hashValue, isBuiltFrom } from "./build-hash";
import type { Environment } from "./environment";
import { MEDUSA } from "./paths";
import type { Run } from "./run";

const BUILD = join(MEDUSA, ".medusa", "server");
const BUILD_HASH = join(BUILD, ".sources");
const NOT_BUILT = /^(node_modules|seed|static|uploads)$|(^|\/)\.|\.test\.ts$|\.md$/u;

/** The hash of the backend's sources. */
export function hashMedusaSources(): string {
  return hashFiles(MEDUSA, (path) => !NOT_BUILT.test(path));
}

/** The hash of the sources of a freshly seeded database. */
export function hashSeedSources(): string {
  const seed = join(MEDUSA, "seed");
  return hashValue([hashMedusaSources(), existsSync(seed) ? hashFiles(seed, () => true) : ""]);
}

/** Builds the backend with its admin, when its sources have changed. */
export async function buildMedusa({ supervisor, progress }: Run): Promise<void> {
  const sources = hashMedusaSources();
  if (isBuiltFrom(BUILD_HASH, sources)) return;
  await progress.step("Building the backend and its admin", async () => {
    await supervisor.run({
      ...medusaProgram("build", process.env),
      name: "medusa-build",
      advice: "Fix what the log says in medusa/, then run the command again.",
    });
    writeFileSync(BUILD_HASH, sources);
  });
}

/** One of the backend's npm scripts, ready to be run. */
export function medusaProgram(script: "build" | "migrate" | "seed" | "start", env: Environment) {
  const fixed = { NODE_ENV: "production", MEDUSA_DISABLE_TELEMETRY: "1" };
  return { ...npm("run", "--silent", script), cwd: MEDUSA, env: { ...env, ...fixed } };
}
