import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  areInstalled,
  INSTALL_ADVICE,
  INSTALL_ARGUMENTS,
  installEnvironment,
  npm,
} from "../bootstrap/packages.mjs";
import { waitForLock } from "../bootstrap/lock.mjs";
import { buildMedusa } from "./medusa";
import { MEDUSA, ROOT } from "./paths";
import type { Run } from "./run";

const PRISMA = join(ROOT, "node_modules", "prisma");
const PRISMA_SOURCES = [join(ROOT, "prisma", "schema.prisma"), join(PRISMA, "package.json")];
const PRISMA_CLIENT = join(ROOT, "prisma", "generated");

/**
 * Brings the workspace up to date: the backend's packages and build, the generated Prisma client. A demo and a test run
 * share all of it and may start at the same time, so the second waits for the first.
 */
export async function prepareWorkspace(run: Run, { withBackend }: { withBackend: boolean }): Promise<void> {
  const onWait = () => run.progress.note("Waiting for another run to finish installing and building.");
  const release = await waitForLock(join(ROOT, ".data-workspace", "lock"), { onWait });
  try {
    await installBackendPackages(run);
    await generatePrismaClient(run);
    if (withBackend) await buildMedusa(run);
  } finally {
    release?.();
  }
}

async function installBackendPackages({ supervisor, progress }: Run): Promise<void> {
  if (areInstalled(MEDUSA)) return;
  const program = { ...npm(...INSTALL_ARGUMENTS), cwd: MEDUSA, env: installEnvironment() };
  await progress.step("Installing the backend's packages", () =>
    supervisor.run({ ...program, name: "install-backend", advice: INSTALL_ADVICE }),
  );
}

/** As `postinstall` does, when the schema or Prisma has changed since, or install scripts are off. */
async function generatePrismaClient({ supervisor, progress }: Run): Promise<void> {
  const client = join(PRISMA_CLIENT, "client.ts");
  const isCurrent =
    existsSync(client) && PRISMA_SOURCES.every((file) => statSync(file).mtimeMs <= statSync(client).mtimeMs);
  if (isCurrent) return;
  await progress.step("Generating the database client", async () => {
    rmSync(PRISMA_CLIENT, { recursive: true, force: true });
    await supervisor.run({
      ...npm("run", "--silent", "postinstall"),
      name: "prisma-generate",
      cwd: ROOT,
      env: process.env,
      advice: "Check prisma/schema.prisma, then run the command again.",
    });
  });
}
