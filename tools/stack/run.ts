import { constants } from "node:os";
import { readProcess } from "./process-info";
import { createProgress, type Progress } from "./progress";
import { Supervisor } from "./supervisor";
import { formatError } from "./user-error";

/** One command's run. `markReady`: from then on being asked to end is its normal end. */
export type Run = { supervisor: Supervisor; progress: Progress; markReady: () => void };

type RunState = { supervisor?: Supervisor; signal?: NodeJS.Signals; isReady: boolean };

export const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const PARENT_POLL_MS = 1_000;
const SHELL = /^-?(ba|da|z|k)?sh$/u;

/**
 * Runs `work` and exits with its code. However it ends (by itself, by an error, by Ctrl-C, with the terminal), every
 * process it started has ended before. Interrupted, it exits with the signal's code (130 for Ctrl-C), or with 0 once
 * it is ready. A second Ctrl-C ends everything at once.
 */
export async function runToExit(dataDir: string, work: (run: Run) => Promise<number>): Promise<never> {
  const state: RunState = { isReady: false };
  const code = await Promise.race([interruption(state), begin(state, dataDir, work)]);
  await state.supervisor?.stop();
  process.exit(code);
}

function interruption(state: RunState): Promise<number> {
  return new Promise((resolve) => {
    onInterrupt((signal) => {
      if (state.signal) return state.supervisor?.kill();
      state.signal = signal;
      console.log("\nStopping …");
      resolve(state.isReady ? 0 : exitCodeOf(signal));
    });
  });
}

async function begin(state: RunState, dataDir: string, work: (run: Run) => Promise<number>): Promise<number> {
  try {
    const supervisor = await Supervisor.open(dataDir);
    state.supervisor = supervisor;
    const progress = createProgress(process.stdout);
    const markReady = () => void (state.isReady = true);
    return await Promise.race([work({ supervisor, progress, markReady }), supervisor.crashed]);
  } catch (error) {
    // What fails after an interruption was broken off by it.
    if (!state.signal) console.error(formatError(error));
    return 1;
  }
}

/**
 * Calls back, each time, when the run is asked to end: by a signal, or by the death of the npm that started it, which
 * when killed outright passes no signal on.
 */
export function onInterrupt(interrupt: (signal: NodeJS.Signals) => void): void {
  for (const signal of SIGNALS) process.on(signal, () => interrupt(signal));
  if (process.env.npm_lifecycle_event === undefined) return;
  const first = readLineage();
  const timer = setInterval(() => {
    if (readLineage() === first) return;
    clearInterval(timer);
    interrupt("SIGHUP");
  }, PARENT_POLL_MS);
  timer.unref();
}

/** The exit code by which shells know the signal. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

/** The process ids of npm and the shell through which it starts a script, which may or may not replace itself with it. */
function readLineage(): string {
  const { program, parent } = readProcess(process.ppid);
  return SHELL.test(program) ? `${process.ppid} ${parent}` : `${process.ppid}`;
}
