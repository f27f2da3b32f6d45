// @ts-check
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fingerprint, isStamped, writeStamp } from "./fingerprint.mjs";
import { MEDUSA, ROOT } from "./project.mjs";

/**
 * @typedef {import("./supervisor.mjs").Supervisor} Supervisor
 * @typedef {import("./progress.mjs").Progress} Progress
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, extraneous?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} LockFile
 */

const ADVICE = [
  "Installing needs the npm registry, once. If it could not be reached: check the connection or the proxy",
  "(npm config get registry; npm ping), then run the command again: it goes on from here.",
].join("\n");

/**
 * Installs the packages of both projects, where they are not there as locked.
 * @param {{ supervisor: Supervisor, progress: Progress }} run
 */
export async function installPackages({ supervisor, progress }) {
  const projects = [
    { name: "install-storefront", title: "Installing the storefront's packages", cwd: ROOT },
    { name: "install-backend", title: "Installing the backend's packages", cwd: MEDUSA },
  ];
  for (const { name, title, cwd } of projects) {
    if (areInstalled(cwd)) continue;
    const { command, args } = npm("ci", "--include=dev", "--no-audit", "--no-fund");
    await progress.step(title, async () => {
      await supervisor.run({ name, command, args, cwd, env: installEnvironment(), advice: ADVICE });
      writeStamp(stampFile(cwd), lockOf(cwd));
    });
  }
}

/**
 * Whether everything the lock file asks for is what npm last put into node_modules.
 * @param {LockFile} locked
 * @param {LockFile} installed npm's own record of node_modules
 * @returns {boolean}
 */
export function matchesLock(locked, installed) {
  return Object.entries(locked.packages).every(([path, wanted]) => {
    if (path === "" || wanted.extraneous === true) return true;
    const found = installed.packages[path];
    // Packages for other platforms are optional, and absent.
    if (!found) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * The npm that runs this script, or else the first on the path.
 * @param {...string} args
 * @returns {{ command: string, args: string[] }}
 */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli && basename(cli) === "npm-cli.js") return { command: process.execPath, args: [cli, ...args] };
  return { command: "npm", args };
}

/**
 * Either we installed from this very lock file, or a person did, with npm.
 * @param {string} folder
 */
function areInstalled(folder) {
  if (isStamped(stampFile(folder), lockOf(folder))) return true;
  try {
    return matchesLock(
      JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")),
      JSON.parse(readFileSync(join(folder, "node_modules", ".package-lock.json"), "utf8")),
    );
  } catch {
    return false;
  }
}

/** @param {string} folder */
function lockOf(folder) {
  return fingerprint(readFileSync(join(folder, "package-lock.json"), "utf8"));
}

// Inside node_modules, so that it goes when they go.
/** @param {string} folder */
function stampFile(folder) {
  return join(folder, "node_modules", ".cloakroom-lock");
}

// NODE_ENV=production in a person's shell would leave out what the build needs.
function installEnvironment() {
  const { NODE_ENV: _, ...environment } = process.env;
  return environment;
}
