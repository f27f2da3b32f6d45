// @ts-check
import { join } from "node:path";
import { waitForLock } from "./lock.mjs";
import { buildMedusa } from "./medusa.mjs";
import { installPackages } from "./packages.mjs";
import { generatePrismaClient } from "./prisma-client.mjs";
import { ROOT } from "./project.mjs";

/**
 * @typedef {import("./supervisor.mjs").Supervisor} Supervisor
 * @typedef {import("./progress.mjs").Progress} Progress
 */

/**
 * Brings the checkout itself up to date: packages, generated code, the backend's build. A demo and a test run may
 * start at the same time and share all of it, so one does it and the other waits.
 *
 * This module and what it imports use nothing but Node: they run before anything is installed.
 * @param {{ supervisor: Supervisor, progress: Progress }} run
 * @param {{ withBackend: boolean }} extent
 */
export async function prepareCheckout(run, { withBackend }) {
  const onWait = (/** @type {number} */ holder) =>
    run.progress.note(`Waiting for another run (process ${holder}) to finish installing and building.`);
  const lock = await waitForLock(join(ROOT, ".data-checkout", "lock"), { onWait });
  try {
    await installPackages(run);
    await generatePrismaClient(run);
    if (withBackend) await buildMedusa(run);
  } finally {
    lock?.release();
  }
}
