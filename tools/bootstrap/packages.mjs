// Plain JavaScript: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const LOCK = join(ROOT, ".data-workspace", "installing");

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
  await takeLock();
  try {
    if (areInstalled(ROOT)) return;
    console.log("Installing the storefront's packages");
    const { command, args } = npm(...INSTALL_ARGUMENTS);
    const { status } = spawnSync(command, args, { cwd: ROOT, env: installEnvironment(), stdio: "inherit" });
    if (status === 0) return;
    console.error(`\n✗ npm ci failed.\n\n${INSTALL_ADVICE}\n`);
    process.exitCode = 1;
  } finally {
    rmSync(LOCK, { force: true });
  }
  process.exit();
}

async function takeLock() {
  mkdirSync(dirname(LOCK), { recursive: true });
  for (let isFirst = true; ; isFirst = false) {
    try {
      return writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = readHolder();
    if (!isRunning(holder)) rmSync(LOCK, { force: true });
    else if (isFirst) console.log(`Waiting for process ${holder} to finish installing (${LOCK}).`);
    await delay(200);
  }
}

/** 0, which is always running, while the holder writes the file or has just removed it. */
function readHolder() {
  try {
    return Number(readFileSync(LOCK, "utf8"));
  } catch {
    return 0;
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
