// @ts-check
import {
  areInstalled,
  INSTALL_ADVICE,
  INSTALL_ARGUMENTS,
  installEnvironment,
  noteInstalled,
  npm,
} from "../bootstrap/packages.mjs";
import { MEDUSA } from "./project.mjs";

/**
 * @typedef {import("./supervisor.mjs").Supervisor} Supervisor
 * @typedef {import("./progress.mjs").Progress} Progress
 */

/**
 * Installs the backend's packages, where they are not there as locked.
 * @param {{ supervisor: Supervisor, progress: Progress }} run
 */
export async function installPackages({ supervisor, progress }) {
  if (areInstalled(MEDUSA)) return;
  const program = { ...npm(...INSTALL_ARGUMENTS), cwd: MEDUSA, env: installEnvironment() };
  await progress.step("Installing the backend's packages", async () => {
    await supervisor.run({ ...program, name: "install-backend", advice: INSTALL_ADVICE });
    noteInstalled(MEDUSA);
  });
}
