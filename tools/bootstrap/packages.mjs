// Plain JavaScript: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { waitForLock } from "./lock.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const INSTALL_ARGUMENTS = ["ci", "--include=dev", "--no-audit", "--no-fund"];

export const INSTALL_ADVICE = [
  "Installing needs the npm registry, once. If it could not be reached: check the connection or the proxy",
  "(npm config get registry; npm ping), then run the command again: it goes on from here.",
].join("\n");

/** The npm that runs this script, else the first in PATH, as a command with arguments. */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli && basename(cli) === "npm-cli.js") return { command: process.execPath, args: [cli, ...args] };
  return { command: "npm", args };
}

/** NODE_ENV=production in a person's shell would leave out what the build needs. */
export function installEnvironment() {
  return { ...process.env, NODE_ENV: undefined };
}

/** Whether node_modules holds what the lock file asks for. */
export function areInstalled(folder) {
  try {
    return matchesLock(
      JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")),
      JSON.parse(readFileSync(join(folder, "node_modules", ".package-lock.json"), "utf8")),
    );
  } catch {
    return false;
  }
}

/** Whether everything that the lock file asks for is what npm's record of node_modules lists. */
export function matchesLock(locked, installed) {
  return Object.entries(locked.packages).every(([path, wanted]) => {
    if (path === "" || wanted.extraneous === true) return true;
    const found = installed.packages[path];
    // Packages for other platforms are optional, and absent.
    if (!found) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** Installs the storefront's packages where they are missing. A second command waits for the first one's install. */
export async function installRootPackages() {
  if (areInstalled(ROOT)) return;
  const onWait = () => console.log("Waiting for another command to finish installing.");
  const release = await waitForLock(join(ROOT, ".data-workspace", "installing"), { onWait });
  try {
    if (areInstalled(ROOT)) return;
    console.log("Installing the storefront's packages");
    const { command, args } = npm(...INSTALL_ARGUMENTS);
    const { status } = spawnSync(command, args, { cwd: ROOT, env: installEnvironment(), stdio: "inherit" });
    if (status === 0) return;
    console.error(`\n✗ npm ci failed.\n\n${INSTALL_ADVICE}\n`);
    process.exitCode = 1;
  } finally {
    release();
  }
  process.exit();
}
