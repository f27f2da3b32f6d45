// @ts-check
import { constants } from "node:os";

/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const PARENT_POLL_MS = 500;

/**
 * Calls back when this run is asked to end: a signal, or the death of the npm that started it (which, killed
 * outright, tells nobody). Called again for each further signal.
 * @param {(signal: NodeJS.Signals) => void} onInterrupt
 */
export function watchInterruptions(onInterrupt) {
  for (const signal of SIGNALS) process.on(signal, () => onInterrupt(signal));
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onInterrupt("SIGHUP");
  }, PARENT_POLL_MS);
  timer.unref();
}

/**
 * The exit code by which shells know the signal.
 * @param {NodeJS.Signals} signal
 */
export function exitCodeFor(signal) {
  return 128 + constants.signals[signal];
}
