// @ts-check
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { signalGroup } from "./process-record.mjs";

/**
 * @typedef {{
 *   name: string,
 *   command: string,
 *   args: string[],
 *   cwd: string,
 *   env: NodeJS.ProcessEnv,
 *   logFile?: string,
 *   account?: { uid?: number, gid?: number },
 *   stopSignal?: NodeJS.Signals,
 * }} ProcessOptions
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, error?: Error }} ProcessEnd
 */

const STOP_GRACE_MS = 8_000;

/**
 * A program in a process group of its own. Ctrl-C in the terminal reaches only the script that started it, which
 * then ends everything in an order that makes sense; and whatever the program started in turn ends with it.
 * Output goes straight to the log file (or, without one, to our own), never through a pipe that dies with us.
 */
export class ManagedProcess {
  #options;
  #child;
  #stopRequested = false;
  #ended = false;
  #cleared = false;

  /** @param {ProcessOptions} options */
  constructor(options) {
    this.#options = options;
    this.#child = launch(options);
    /** @type {Promise<ProcessEnd>} */
    this.exited = new Promise((resolve) => {
      this.#child.once("error", (error) => resolve({ code: null, signal: null, error }));
      this.#child.once("exit", (code, signal) => resolve({ code, signal }));
    });
    void this.exited.then(() => (this.#ended = true));
  }

  get name() {
    return this.#options.name;
  }

  get logFile() {
    return this.#options.logFile;
  }

  get hasEnded() {
    return this.#ended;
  }

  get pid() {
    return this.#child.pid;
  }

  /** Whether its end was asked for, as opposed to a crash. */
  get stopRequested() {
    return this.#stopRequested;
  }

  /** Asks the whole group to end, and ends it by force when it does not listen. */
  async stop() {
    this.#stopRequested = true;
    if (!this.#ended) this.#signal(this.#options.stopSignal ?? "SIGTERM");
    const timer = setTimeout(() => this.#signal("SIGKILL"), STOP_GRACE_MS);
    await this.exited;
    clearTimeout(timer);
    this.#signal("SIGKILL");
    this.#cleared = true;
  }

  /** Ends the group at once. */
  kill() {
    this.#stopRequested = true;
    this.#signal("SIGKILL");
  }

  // Never after the group has been cleared away: its number may by then be a stranger's.
  /** @param {NodeJS.Signals} signal */
  #signal(signal) {
    if (this.pid !== undefined && !this.#cleared) signalGroup(this.pid, signal);
  }
}

/** @param {ProcessOptions} options */
function launch({ command, args, cwd, env, logFile, account }) {
  const log = logFile === undefined ? undefined : openSync(logFile, "a");
  try {
    const output = log ?? "inherit";
    const stdio = /** @type {import("node:child_process").StdioOptions} */ (["ignore", output, output]);
    return spawn(command, args, { cwd, env, stdio, detached: true, ...account });
  } finally {
    if (log !== undefined) closeSync(log);
  }
}
