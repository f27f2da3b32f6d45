// @ts-check
import { accessSync, chmodSync, constants, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.mjs";
import { tryLock, waitForLock } from "./lock.mjs";
import { ManagedProcess } from "./managed-process.mjs";
import { ProcessRecord } from "./process-record.mjs";

/**
 * @typedef {import("./managed-process.mjs").ProcessOptions} ProcessOptions
 * @typedef {Omit<ProcessOptions, "logFile"> & { advice?: string }} ProgramOptions
 */

/** Long enough for a run that was just interrupted to finish stopping. */
const LOCK_PATIENCE_MS = 6_000;

/** Everything one run has started: nothing of it outlives the run. */
export class Supervisor {
  #record;
  #lock;
  /** @type {ManagedProcess[]} */
  #processes = [];
  #stopping = false;
  /** @type {(error: Failure) => void} */
  #crash = () => {};

  /**
   * @param {string} dataDir
   * @param {import("./lock.mjs").Lock} lock
   */
  constructor(dataDir, lock) {
    this.logsDir = join(dataDir, "logs");
    this.#lock = lock;
    this.#record = new ProcessRecord(join(dataDir, "processes.json"));
    /** Rejects when a server ends that nobody asked to. */
    this.crashed = /** @type {Promise<never>} */ (new Promise((_, reject) => (this.#crash = reject)));
    this.crashed.catch(() => {});
  }

  /**
   * Takes over a data folder, ending what a killed run left in it.
   * @param {string} dataDir
   * @returns {Promise<{ supervisor: Supervisor, leftovers: string[] }>}
   */
  static async open(dataDir) {
    makeFolder(dataDir);
    const lockFile = join(dataDir, "run.lock");
    const lock = tryLock(lockFile) ?? (await waitForLock(lockFile, { patienceMs: LOCK_PATIENCE_MS }));
    if (!lock) throw new Failure(`Another run is using ${dataDir}.`, { advice: IN_USE });
    const supervisor = new Supervisor(dataDir, lock);
    const leftovers = await supervisor.#record.endLeftovers();
    supervisor.#turnLogs();
    return { supervisor, leftovers };
  }

  /** Whether the run is being ended: what fails from then on has been stopped. */
  get isStopping() {
    return this.#stopping;
  }

  /** @param {string} name */
  logFile(name) {
    return join(this.logsDir, `${name}.log`);
  }

  /**
   * Starts a program that runs until it is stopped.
   * @param {ProgramOptions} options
   * @returns {ManagedProcess}
   */
  start(options) {
    const child = this.#launch(options);
    void this.#watch(child, options.advice);
    return child;
  }

  /**
   * Runs a program to its end.
   * @param {ProgramOptions} options
   */
  async run(options) {
    const child = this.#launch(options);
    const end = await child.exited;
    await child.stop();
    if (end.code === 0) return;
    const message = `${options.name} failed (${describeEnd(end)}).`;
    throw new Failure(message, { advice: options.advice, logFile: child.logFile, cause: end.error });
  }

  /**
   * Runs a program that talks to the terminal by itself.
   * @param {ProgramOptions} options
   * @returns {Promise<number>} its exit code
   */
  async runInForeground(options) {
    const child = this.#adopt(new ManagedProcess(options));
    const end = await child.exited;
    await child.stop();
    return end.code ?? 1;
  }

  /** Ends everything, the last started first. */
  async stop() {
    this.#stopping = true;
    for (const child of this.#processes.toReversed()) await child.stop();
    this.#lock.release();
  }

  /** Ends everything without asking. */
  kill() {
    this.#stopping = true;
    for (const child of this.#processes) child.kill();
  }

  /** @param {ProgramOptions} options */
  #launch(options) {
    return this.#adopt(new ManagedProcess({ ...options, logFile: this.logFile(options.name) }));
  }

  /** @param {ManagedProcess} child */
  #adopt(child) {
    if (child.pid !== undefined) this.#record.add(child.name, child.pid);
    this.#processes.push(child);
    if (this.#stopping) child.kill();
    void this.#forget(child);
    return child;
  }

  /** @param {ManagedProcess} child @param {string} [advice] */
  async #watch(child, advice = "Everything else has been stopped. Run the command again to start afresh.") {
    const how = describeEnd(await child.exited);
    if (child.stopRequested) return;
    this.#crash(new Failure(`${child.name} ended by itself (${how}).`, { advice, logFile: child.logFile }));
  }

  /** @param {ManagedProcess} child */
  async #forget(child) {
    await child.exited;
    if (child.pid !== undefined) this.#record.remove(child.pid);
  }

  // One earlier set of logs is kept: the one a person wants after starting again too soon.
  #turnLogs() {
    const previous = `${this.logsDir}.previous`;
    rmSync(previous, { recursive: true, force: true });
    if (existsSync(this.logsDir)) renameSync(this.logsDir, previous);
    mkdirSync(this.logsDir, { mode: 0o700 });
  }
}

const IN_USE = [
  "Use the one that is running, or end it (Ctrl-C in its terminal) and run the command again.",
  "A second demo beside it takes a folder and ports of its own:",
  "  DATA_DIR=.data-2 STOREFRONT_PORT=8001 MEDUSA_PORT=9001 POSTGRES_PORT=5455 npm run demo",
  "A second run of the tests takes a clone of its own: what they build lies beside the sources.",
].join("\n");

/**
 * What other accounts of the machine have no business in: mail holds links that open accounts. The data folder itself
 * can be passed through, because root starts PostgreSQL under an account of its own.
 */
const PRIVATE_FOLDERS = ["mail", "uploads", "logs", "logs.previous"];

/** @param {string} folder made with wider permissions by an earlier version */
function makePrivate(folder) {
  if (existsSync(folder)) chmodSync(folder, 0o700);
}

/** @param {string} dataDir */
function makeFolder(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    accessSync(dataDir, constants.W_OK);
    for (const name of PRIVATE_FOLDERS) makePrivate(join(dataDir, name));
    mkdirSync(join(dataDir, "uploads"), { recursive: true, mode: 0o700 });
  } catch (cause) {
    const advice = "If another user ran this before you, choose a folder of your own: DATA_DIR=.data-mine";
    throw new Failure(`Cannot write to ${dataDir}: ${/** @type {Error} */ (cause).message}`, {
      advice,
      cause,
    });
  }
}

/** @param {import("./managed-process.mjs").ProcessEnd} end */
function describeEnd({ code, signal, error }) {
  if (error) return error.message;
  return signal ? `signal ${signal}` : `exit code ${code}`;
}
