// @ts-check
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { identify, isAlive } from "./process-identity.mjs";

/**
 * @typedef {import("./process-identity.mjs").ProcessIdentity} ProcessIdentity
 * @typedef {ProcessIdentity & { name: string }} RecordedProcess
 */

const LEFTOVER_GRACE_MS = 5_000;
const POLL_MS = 50;

/**
 * The processes a run has started, on disk, so that the run after a `kill -9` can end what was left behind.
 */
export class ProcessRecord {
  #file;
  /** @type {RecordedProcess[]} */
  #processes = [];

  /** @param {string} file */
  constructor(file) {
    this.#file = file;
  }

  /**
   * @param {string} name
   * @param {number} pid
   */
  add(name, pid) {
    const identity = identify(pid);
    if (!identity) return;
    this.#processes.push({ name, ...identity });
    this.#write();
  }

  /** @param {number} pid */
  remove(pid) {
    this.#processes = this.#processes.filter((entry) => entry.pid !== pid);
    this.#write();
  }

  /**
   * Ends what an earlier run recorded and did not live to end.
   * @returns {Promise<string[]>} the names of what was ended
   */
  async endLeftovers() {
    const leftovers = this.#read().filter(isAlive);
    for (const { pid } of leftovers) signalGroup(pid, "SIGINT");
    const deadline = Date.now() + LEFTOVER_GRACE_MS;
    while (leftovers.some(isAlive) && Date.now() < deadline) await delay(POLL_MS);
    // The leader may be gone while its children are not.
    for (const { pid } of leftovers) signalGroup(pid, "SIGKILL");
    while (leftovers.some(isAlive)) await delay(POLL_MS);
    this.#write();
    return leftovers.map(({ name }) => name);
  }

  /** @returns {RecordedProcess[]} */
  #read() {
    try {
      return JSON.parse(readFileSync(this.#file, "utf8"));
    } catch {
      return [];
    }
  }

  // Synchronously and by renaming: the next line may be the one at which this process is killed.
  #write() {
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#processes));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

/**
 * Signals a process group; one that is gone needs nothing more.
 * @param {number} leader
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    // macOS answers EPERM for a group in which only zombies are left.
    if (code !== "ESRCH" && code !== "EPERM") throw error;
  }
}
