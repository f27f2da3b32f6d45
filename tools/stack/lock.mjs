// @ts-check
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { identify, isAlive } from "./process-identity.mjs";

/**
 * @typedef {import("./process-identity.mjs").ProcessIdentity} ProcessIdentity
 * @typedef {{ release: () => void }} Lock
 */

const POLL_MS = 200;

/**
 * Takes a lock that its holder's death releases: the file names the process that holds it.
 * @param {string} file
 * @returns {Lock | undefined} undefined when another process holds it
 */
export function tryLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(identify(process.pid)));
  try {
    // A link appears with its content, so nobody ever reads a lock that is still being written.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (link(own, file)) return { release: () => rmSync(file, { force: true }) };
      if (holderOf(file)) return undefined;
      rmSync(file, { force: true });
    }
    return undefined;
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Takes the lock, waiting up to `patienceMs` for whoever holds it.
 * @param {string} file
 * @param {{ patienceMs?: number, onWait?: (holder: number) => void }} [options]
 * @returns {Promise<Lock | undefined>}
 */
export async function waitForLock(file, { patienceMs = Infinity, onWait } = {}) {
  const deadline = Date.now() + patienceMs;
  for (let waited = false; ; waited = true) {
    const lock = tryLock(file);
    if (lock || Date.now() >= deadline) return lock;
    if (!waited) onWait?.(holderOf(file) ?? 0);
    await delay(POLL_MS);
  }
}

/**
 * The process id of the living holder.
 * @param {string} file
 * @returns {number | undefined}
 */
function holderOf(file) {
  try {
    /** @type {ProcessIdentity} */
    const holder = JSON.parse(readFileSync(file, "utf8"));
    return isAlive(holder) ? holder.pid : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} from @param {string} to */
function link(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}
