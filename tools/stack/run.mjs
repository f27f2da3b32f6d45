// @ts-check
import { describeFailure } from "./failure.mjs";
import { exitCodeFor, watchInterruptions } from "./interruption.mjs";
import { Supervisor } from "./supervisor.mjs";

/**
 * @typedef {{ supervisor: Supervisor, leftovers: string[], markReady: () => void }} Run
 * @typedef {{ supervisor?: Supervisor, signal?: NodeJS.Signals, isReady: boolean }} RunState
 */

/**
 * Runs `work` and exits. However it ends (by itself, by a failure, by Ctrl-C, by the terminal's closing), every
 * process it started has ended before. Once `work` has said it is ready, being asked to end is its normal end and
 * exits 0; before that the exit code is the signal's (130 for Ctrl-C). A second Ctrl-C ends everything at once.
 * @param {string} dataDir
 * @param {(run: Run) => Promise<number>} work
 * @returns {Promise<never>}
 */
export async function runToExit(dataDir, work) {
  // A closed terminal or pipe must not keep us from stopping what we started.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  /** @type {RunState} */
  const state = { isReady: false };
  const code = await Promise.race([interruption(state), begin(state, dataDir, work)]);
  await state.supervisor?.stop();
  process.exit(code);
}

/**
 * @param {RunState} state
 * @returns {Promise<number>}
 */
function interruption(state) {
  return new Promise((resolve) => {
    watchInterruptions((signal) => {
      if (state.signal) return state.supervisor?.kill();
      state.signal = signal;
      console.log("\nStopping …");
      resolve(state.isReady ? 0 : exitCodeFor(signal));
    });
  });
}

/**
 * @param {RunState} state
 * @param {string} dataDir
 * @param {(run: Run) => Promise<number>} work
 * @returns {Promise<number>}
 */
async function begin(state, dataDir, work) {
  try {
    const { supervisor, leftovers } = await Supervisor.open(dataDir);
    state.supervisor = supervisor;
    const markReady = () => void (state.isReady = true);
    return await Promise.race([work({ supervisor, leftovers, markReady }), supervisor.crashed]);
  } catch (error) {
    // What an interruption breaks off is no failure of its own.
    if (!state.signal) console.error(describeFailure(error));
    return 1;
  }
}
