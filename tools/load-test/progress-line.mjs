// @ts-check

/** @typedef {import("./tally.mjs").Tally} Tally */

const TERMINAL_BEAT_MS = 1_000;
const LOG_BEAT_MS = 5_000;

/**
 * Says how far the hunt is: on a terminal in place, every second; in a log with a line now and then.
 * @param {NodeJS.WriteStream} output
 * @param {Tally} tally
 * @returns {() => void} ends it
 */
export function startProgressLine(output, tally) {
  const since = Date.now();
  const isLive = output.isTTY === true;
  const timer = setInterval(
    () => {
      const line = describeProgress(tally, Date.now() - since);
      output.write(isLive ? `\r\u001b[2K${line}` : `${line}\n`);
    },
    isLive ? TERMINAL_BEAT_MS : LOG_BEAT_MS,
  );
  return () => {
    clearInterval(timer);
    if (isLive) output.write("\r\u001b[2K");
  };
}

/**
 * @param {Tally} tally
 * @param {number} milliseconds since the hunt began
 */
export function describeProgress({ requests, errorCount, faultCount, events }, milliseconds) {
  const seconds = Math.max(1, Math.round(milliseconds / 1_000));
  const orders = events["orders placed"] ?? 0;
  const pace = Math.round(requests / seconds);
  return `  ${seconds} s: ${requests} requests, ${pace} a second, ${orders} orders, ${faultCount} faults, ${errorCount} errors`;
}
