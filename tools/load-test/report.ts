import type { LoadTestSize } from "./run-load-test";
import type { Fault, Stats } from "./stats";

/** So many faults are printed in full; all that are kept are in the file. */
const PRINTED_FAULTS = 5;
const NAME_WIDTH = 34;
const NUMBER_WIDTH = 9;

/** Whether something was requested, and nothing found or failed. */
export function isClean(stats: Stats): boolean {
  return stats.faultCount === 0 && stats.errorCount === 0 && stats.requests > 0;
}

/** The line of progress. */
export function describeProgress({ requests, errorCount, faultCount, events }: Stats, milliseconds: number) {
  const seconds = Math.max(1, Math.round(milliseconds / 1_000));
  const orders = events["orders placed"] ?? 0;
  const rate = Math.round(requests / seconds);
  return `  ${seconds} s: ${requests} requests, ${rate} a second, ${orders} orders, ${faultCount} faults, ${errorCount} errors`;
}

/** The results as text. */
export function describeResult(stats: Stats): string {
  const rows = stats.latencies.map(({ kind, count, p50, p95, p99, max }) =>
    row(kind, [count, p50, p95, p99, max]),
  );
  const counts = { ...stats.faultCounts, errors: stats.errorCount };
  return [
    "",
    row("", ["requests", "p50 ms", "p95 ms", "p99 ms", "max ms"]),
    ...rows,
    row("all", [stats.requests]),
    "",
    ...Object.entries(stats.events)
      .toSorted()
      .map(([name, count = 0]) => row(name, [count])),
    "",
    ...Object.entries(counts).map(([name, count]) => row(`${count === 0 ? "✓" : "✗"} ${name}`, [count])),
    ...Object.entries(stats.errors).map(([name, count = 0]) => row(`    ${name}`, [count])),
    ...stats.faults.slice(0, PRINTED_FAULTS).flatMap(describeFault),
  ].join("\n");
}

function row(name: string, cells: (string | number)[]): string {
  const numbers = cells.map((cell) => cell.toLocaleString("en-US").padStart(NUMBER_WIDTH));
  return `  ${name.padEnd(NAME_WIDTH)}${numbers.join("")}`.trimEnd();
}

function describeFault({ who, request, what, history }: Fault): string[] {
  return ["", `✗ ${request} ${what} (${who})`, ...history.map((line) => `    ${line}`)];
}

/** The results as JSON. */
export function reportResult(stats: Stats, { shoppers, seconds, instances, seed }: LoadTestSize) {
  const { requests, latencies, errors, events, faultCounts, faults } = stats;
  const size = { shoppers, seconds, instances, seed };
  const found = { errors, events, found: faultCounts, faults };
  return { isClean: isClean(stats), ...size, requests, latencyMilliseconds: latencies, ...found };
}
