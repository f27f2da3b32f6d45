// @ts-check

/**
 * @typedef {import("./tally.mjs").Tally} Tally
 * @typedef {import("./tally.mjs").Fault} Fault
 * @typedef {import("./hunt.mjs").HuntSize} HuntSize
 */

/** So many are told in full; all that are kept stand in the file. */
const TOLD_FAULTS = 5;
const NAME = 34;
const NUMBER = 9;

/**
 * Whether nothing was seen that must not be.
 * @param {Tally} tally
 */
export function isClean(tally) {
  return tally.faultCount === 0 && tally.errorCount === 0 && tally.requests > 0;
}

/**
 * What was seen, as a table.
 * @param {Tally} tally
 * @returns {string}
 */
export function describeHunt(tally) {
  const heads = ["requests", "p50 ms", "p95 ms", "p99 ms", "max ms"];
  const rows = tally.latencies.map(({ kind, count, p50, p95, p99, max }) =>
    row(kind, [count, p50, p95, p99, max]),
  );
  const counts = { ...tally.faultCounts, errors: tally.errorCount };
  return [
    "",
    row("", heads),
    ...rows,
    row("all", [tally.requests]),
    "",
    ...Object.entries(tally.events).map(([name, count]) => row(name, [count])),
    "",
    ...Object.entries(counts).map(([name, count]) => row(`${count === 0 ? "✓" : "✗"} ${name}`, [count])),
    ...Object.entries(tally.errors).map(([name, count]) => row(`    ${name}`, [count])),
    ...tally.faults.slice(0, TOLD_FAULTS).flatMap(describeFault),
  ].join("\n");
}

/**
 * @param {string} name
 * @param {(string | number)[]} cells
 */
function row(name, cells) {
  const numbers = cells.map((cell) =>
    (typeof cell === "number" ? cell.toLocaleString("en-US") : cell).padStart(NUMBER),
  );
  return `  ${name.padEnd(NAME)}${numbers.join("")}`.trimEnd();
}

/**
 * @param {Fault} fault
 * @returns {string[]}
 */
function describeFault({ who, request, what, trail }) {
  return ["", `✗ ${request} ${what} (${who})`, ...trail.map((line) => `    ${line}`)];
}

/**
 * The same for programs.
 * @param {Tally} tally
 * @param {HuntSize} size
 */
export function reportHunt(tally, size) {
  const { requests, latencies, errors, events, faultCounts, faults } = tally;
  const { shoppers, seconds, instances, seed } = size;
  return {
    isClean: isClean(tally),
    shoppers,
    seconds,
    instances,
    seed,
    requests,
    latencyMilliseconds: latencies,
    errors,
    events,
    found: faultCounts,
    faults,
  };
}
