// @ts-check
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, isStamped, writeStamp } from "./fingerprint.mjs";
import { ROOT } from "./project.mjs";

/**
 * @typedef {import("./supervisor.mjs").Supervisor} Supervisor
 * @typedef {import("./progress.mjs").Progress} Progress
 */

const GENERATED = join(ROOT, "prisma", "generated");
const STAMP = join(GENERATED, ".sources");
const CLI = join(ROOT, "node_modules", "prisma", "build", "index.js");

/**
 * Generates the Prisma client, when the schema or Prisma has changed.
 * @param {{ supervisor: Supervisor, progress: Progress }} run
 */
export async function generatePrismaClient({ supervisor, progress }) {
  const sources = fingerprint([
    readFileSync(join(ROOT, "prisma", "schema.prisma"), "utf8"),
    readFileSync(join(ROOT, "node_modules", "prisma", "package.json"), "utf8"),
  ]);
  if (isStamped(STAMP, sources)) return;
  await progress.step("Generating the database client", async () => {
    rmSync(GENERATED, { recursive: true, force: true });
    await supervisor.run({
      name: "prisma-generate",
      command: process.execPath,
      args: [CLI, "generate"],
      cwd: ROOT,
      env: process.env,
      advice: "Check prisma/schema.prisma, then run the command again.",
    });
    writeStamp(STAMP, sources);
  });
}
