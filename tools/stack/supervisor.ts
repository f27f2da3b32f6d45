import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { accessSync, chmodSync, constants, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ManagedProcess, type ProcessEnd, type ProcessOptions } from "./managed-process";
import { UserError } from "./user-error";

export type ProgramOptions = Omit<ProcessOptions, "logFile"> & { advice?: string };

const REAPER = fileURLToPath(new URL("reaper.mjs", import.meta.url));
const CRASH_ADVICE = "Everything else has been stopped. Run the command again to start afresh.";

const IN_USE = [
  "Use the one that is running, or end it (Ctrl-C in its terminal) and run the command again.",
  "A second demo beside it takes a folder and ports of its own:",
  "  DATA_DIR=.data-2 STOREFRONT_PORT=8001 MEDUSA_PORT=9001 POSTGRES_PORT=5455 DEMO_BANK_PORT=8401 npm run demo",
  "A second run of the tests takes a clone of its own: what they build lies beside the sources.",
].join("\n");

/** Folders closed to other accounts of the machine: mail holds links that open accounts. */
const PRIVATE_FOLDERS = ["mail", "demo-bank", "uploads", "logs", "logs.previous"];

/** Owns everything that one run has started: nothing of it outlives the run. */
export class Supervisor {
  readonly logsDir: string;
  /** Rejects when a server ends that was not asked to. */
  readonly crashed: Promise<never>;
  /** Whether the run is being ended: what fails from then on has been stopped. */
  isStopping = false;
  readonly #reaper: ChildProcess;
  readonly #processes: ManagedProcess[] = [];
  #crash: (error: UserError) => void = () => {};

  private constructor(dataDir: string, reaper: ChildProcess) {
    this.logsDir = join(dataDir, "logs");
    this.#reaper = reaper;
    this.crashed = new Promise((_, reject) => (this.#crash = reject));
    this.crashed.catch(() => {});
  }

  /** Takes over a data folder, waiting until what another run has left in it is ended. */
  static async open(dataDir: string): Promise<Supervisor> {
    makeDataDir(dataDir);
    const supervisor = new Supervisor(dataDir, await startReaper(dataDir));
    supervisor.#rotateLogs();
    return supervisor;
  }

  logFile(name: string): string {
    return join(this.logsDir, `${name}.log`);
  }

  /** Starts a program that runs until it is stopped. */
  start(options: ProgramOptions): ManagedProcess {
    const child = this.#launch(options);
    void this.#reportCrash(child);
    return child;
  }

  /** Runs a program to its end, which must be a success. */
  async run(options: ProgramOptions): Promise<void> {
    const child = this.#launch(options);
    const end = await child.exited;
    await child.stop();
    if (end.code === 0) return;
    const message = `${options.name} failed (${describeEnd(end)}).`;
    throw new UserError(message, { advice: options.advice, logFile: child.logFile, cause: end.error });
  }

  /** Runs a program that writes to the terminal by itself, and returns its exit code. */
  async runInForeground(options: ProgramOptions): Promise<number> {
    const child = this.#adopt(new ManagedProcess(options));
    const end = await child.exited;
    await child.stop();
    return end.code ?? 1;
  }

  /** Ends everything, the last started first. */
  async stop(): Promise<void> {
    this.isStopping = true;
    for (const child of this.#processes.toReversed()) await child.stop();
    if (!this.#reaper.connected) return;
    const released = once(this.#reaper, "exit");
    this.#reaper.ref();
    this.#reaper.disconnect();
    await released;
  }

  /** Ends everything at once. */
  kill(): void {
    this.isStopping = true;
    for (const child of this.#processes) child.kill();
  }

  #launch(options: ProgramOptions): ManagedProcess {
    return this.#adopt(new ManagedProcess({ ...options, logFile: this.logFile(options.name) }));
  }

  #adopt(child: ManagedProcess): ManagedProcess {
    const { pid } = child;
    this.#processes.push(child);
    if (pid !== undefined) {
      this.#tellReaper({ started: pid });
      void child.exited.then(() => this.#tellReaper({ ended: pid }));
    }
    if (this.isStopping) child.kill();
    return child;
  }

  #tellReaper(message: { started: number } | { ended: number }): void {
    if (this.#reaper.connected) this.#reaper.send(message);
  }

  async #reportCrash(child: ManagedProcess): Promise<void> {
    const how = describeEnd(await child.exited);
    if (child.stopRequested) return;
    const { name, logFile } = child;
    this.#crash(new UserError(`${name} ended by itself (${how}).`, { advice: CRASH_ADVICE, logFile }));
  }

  /** Keeps one earlier set of logs: the one that is wanted after starting again too soon. */
  #rotateLogs(): void {
    const previous = `${this.logsDir}.previous`;
    rmSync(previous, { recursive: true, force: true });
    if (existsSync(this.logsDir)) renameSync(this.logsDir, previous);
    mkdirSync(this.logsDir, { mode: 0o700 });
  }
}

/** A process that outlives this one, should it be killed, and ends its programs. It holds the data folder's lock. */
async function startReaper(dataDir: string): Promise<ChildProcess> {
  const reaper = fork(REAPER, [join(dataDir, "run.lock")], { detached: true, execArgv: [], stdio: "ignore" });
  reaper.on("error", () => {});
  await Promise.race([once(reaper, "message"), once(reaper, "exit")]);
  if (reaper.exitCode !== null) throw new UserError(`Another run is using ${dataDir}.`, { advice: IN_USE });
  reaper.unref();
  reaper.channel?.unref();
  return reaper;
}

/** Other accounts may pass through the data folder, since root starts PostgreSQL under an account of its own. */
function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    accessSync(dataDir, constants.W_OK);
    for (const folder of PRIVATE_FOLDERS.map((name) => join(dataDir, name))) {
      if (existsSync(folder)) chmodSync(folder, 0o700);
    }
    mkdirSync(join(dataDir, "uploads"), { recursive: true, mode: 0o700 });
  } catch (cause) {
    const advice = "If another user ran this before you, choose a folder of your own: DATA_DIR=.data-mine";
    throw new UserError(`Cannot write to ${dataDir}: ${(cause as Error).message}`, { advice, cause });
  }
}

function describeEnd({ code, signal, error }: ProcessEnd): string {
  if (error) return error.message;
  return signal ? `signal ${signal}` : `exit code ${code}`;
}
