import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import type { Environment } from "./environment";

export type ProcessOptions = {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: Environment;
  /** Without one, output goes to the terminal. */
  logFile?: string;
  account?: { uid?: number; gid?: number };
  stopSignal?: NodeJS.Signals;
};

export type ProcessEnd = { code: number | null; signal: NodeJS.Signals | null; error?: Error };

const STOP_GRACE_MS = 8_000;

/**
 * A program in a process group of its own. Ctrl-C in the terminal reaches only our own process, which then stops the
 * groups in order, each with everything it has started. Output goes straight to a file, not through a pipe that dies
 * with us.
 */
export class ManagedProcess {
  readonly name: string;
  readonly logFile?: string;
  readonly pid?: number;
  readonly exited: Promise<ProcessEnd>;
  hasEnded = false;
  /** Whether the end was asked for, as opposed to a crash. */
  stopRequested = false;
  #stopSignal: NodeJS.Signals;
  /** From then on the group's number may be another's. */
  #isCleared = false;

  constructor(options: ProcessOptions) {
    const child = launch(options);
    this.name = options.name;
    this.logFile = options.logFile;
    this.pid = child.pid;
    this.#stopSignal = options.stopSignal ?? "SIGTERM";
    this.exited = new Promise((resolve) => {
      child.once("error", (error) => resolve({ code: null, signal: null, error }));
      child.once("exit", (code, signal) => resolve({ code, signal }));
    });
    void this.exited.then(() => (this.hasEnded = true));
  }

  /** Asks the whole group to end, and ends it by force when it does not in time. */
  async stop(): Promise<void> {
    this.stopRequested = true;
    if (!this.hasEnded) this.#signal(this.#stopSignal);
    const timer = setTimeout(() => this.#signal("SIGKILL"), STOP_GRACE_MS);
    await this.exited;
    clearTimeout(timer);
    this.#signal("SIGKILL");
    this.#isCleared = true;
  }

  /** Ends the group at once. */
  kill(): void {
    this.stopRequested = true;
    this.#signal("SIGKILL");
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.pid !== undefined && !this.#isCleared) signalGroup(this.pid, signal);
  }
}

/** Signals a process group, unless it is gone. */
function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // macOS answers EPERM for a group in which only zombies are left.
    if (code !== "ESRCH" && code !== "EPERM") throw error;
  }
}

function launch({ command, args, cwd, env, logFile, account }: ProcessOptions): ChildProcess {
  const log = logFile === undefined ? undefined : openSync(logFile, "a");
  try {
    const output = log ?? "inherit";
    return spawn(command, args, {
      cwd,
      env: env as NodeJS.ProcessEnv,
      stdio: ["ignore", output, output],
      detached: true,
      ...account,
    });
  } finally {
    if (log !== undefined) closeSync(log);
  }
}
