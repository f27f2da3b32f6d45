// @ts-check

const TERMINAL_BEAT_MS = 1_000;
const LOG_BEAT_MS = 20_000;

/**
 * @typedef {{
 *   step: <T>(title: string, work: () => Promise<T>) => Promise<T>,
 *   note: (line: string) => void,
 * }} Progress
 */

/**
 * "0:07", "12:40".
 * @param {number} milliseconds
 */
function formatClock(milliseconds) {
  const seconds = Math.floor(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * "0.4 s", "29 s", "2 min 5 s".
 * @param {number} milliseconds
 */
export function formatDuration(milliseconds) {
  if (milliseconds < 10_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Steps a person can follow: the time since the start, the step, how long it took. On a terminal the running step
 * counts its seconds in place; in a log it says every twenty seconds that it is still at it.
 * @param {NodeJS.WriteStream} output
 * @returns {Progress}
 */
export function createProgress(output) {
  const began = Date.now();
  const stamp = () => `[${formatClock(Date.now() - began).padStart(5)}]`;
  const live = output.isTTY === true;

  /** @param {string} title @param {number} since */
  const beat = (title, since) => {
    const line = `${stamp()} … ${title} (${formatDuration(Date.now() - since)})`;
    output.write(live ? `\r\u001b[2K${line}` : `${line}\n`);
  };

  return {
    note: (line) => void output.write(`${line}\n`),
    async step(title, work) {
      const since = Date.now();
      output.write(`${stamp()} … ${title}${live ? "" : "\n"}`);
      const timer = setInterval(beat, live ? TERMINAL_BEAT_MS : LOG_BEAT_MS, title, since);
      let mark = "✗";
      try {
        const result = await work();
        mark = "✓";
        return result;
      } finally {
        clearInterval(timer);
        const line = `${stamp()} ${mark} ${title} (${formatDuration(Date.now() - since)})`;
        output.write(`${live ? "\r\u001b[2K" : ""}${line}\n`);
      }
    },
  };
}
