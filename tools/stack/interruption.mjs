// @ts-check
import { constants } from "node:os";
import { identify, isAlive, parentOf, programOf } from "./process-identity.mjs";

/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const STARTER_POLL_MS = 1_000;
const SHELL = /^-?(ba|da|z|k)?sh$/u;

/**
 * Calls back when this run is asked to end: a signal, or the death of the npm that started it (which, killed
 * outright, tells nobody). Called again for each further signal.
 * @param {(signal: NodeJS.Signals) => void} onInterrupt
 */
export function watchInterruptions(onInterrupt) {
  for (const signal of SIGNALS) process.on(signal, () => onInterrupt(signal));
  const starters = npmAbove();
  const timer = setInterval(() => {
    if (starters.every(isAlive)) return;
    clearInterval(timer);
    onInterrupt("SIGHUP");
  }, STARTER_POLL_MS);
  timer.unref();
}

/**
 * The exit code by which shells know the signal.
 * @param {NodeJS.Signals} signal
 */
export function exitCodeFor(signal) {
  return 128 + constants.signals[signal];
}

// npm runs a script through a shell, which may or may not replace itself by it.
function npmAbove() {
  if (process.env.npm_lifecycle_event === undefined) return [];
  const parent = process.ppid;
  const pids = SHELL.test(programOf(parent)) ? [parent, parentOf(parent)] : [parent];
  return pids.map(identify).filter((starter) => starter !== undefined);
}
