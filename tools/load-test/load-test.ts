import { randomInt } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseOptions, usageError } from "../options";
import { startLiveLine } from "../stack/progress";
import { onInterrupt } from "../stack/run";
import { readTestSettings, type TestSettings } from "../test-shop/settings";
import { runInTestShop } from "../test-shop/test-shop";
import { makePlan } from "./plan";
import { runLoadTest } from "./run-load-test";
import { Stats } from "./stats";

const MAX_SEED = 2 ** 32 - 1;
const OPTIONS = {
  shoppers: [1, 1_000],
  minutes: [1, 30],
  seconds: [1, 1_800],
  instances: [1, 2],
  seed: [0, MAX_SEED],
  json: "text",
} as const;

const PROGRESS_MS = 5_000;
/** So many faults are printed in full; all that are kept are in the file. */
const PRINTED_FAULTS = 5;

/** Few enough shoppers that each gets to sign in, buy and sign out. */
const BRIEF = { shoppers: 10, seconds: 20 };

/** Many shoppers leave sessions alone for longer than the specs' minute. Rotation stays at the specs' second. */
const IDLE_SECONDS = 600;

type LoadTestSize = { shoppers: number; seconds: number; instances: number; seed: number };

/** `npm run test:load`: many shoppers without browsers, on the test shop's two instances. */
export default async function main(args: string[]): Promise<void> {
  const { json, ...size } = parseLoadTest(args);
  const settings = readTestSettings(process.env, { idleSeconds: IDLE_SECONDS });
  await runInTestShop(settings, async () => ((await run(settings, size, json)) ? 0 : 1));
}

export function parseLoadTest(args: string[]): LoadTestSize & { json?: string } {
  const { minutes, seconds, json, ...given } = parseOptions("test:load", args, OPTIONS);
  if (minutes && seconds) throw usageError("test:load", "Both --minutes and --seconds are given.");
  return {
    shoppers: 200,
    instances: 2,
    seed: randomInt(MAX_SEED),
    ...given,
    seconds: seconds ?? (minutes ?? 2) * 60,
    ...(json ? { json: resolve(json) } : {}),
  };
}

/** A load test small enough for every test run. Returns whether nothing was found. */
export function runBriefLoadTest(settings: TestSettings): Promise<boolean> {
  return run(settings, { ...parseLoadTest([]), ...BRIEF });
}

/** Prints and writes the results, also when it is interrupted. Returns whether nothing was found. */
async function run(
  { dataDir, idleSeconds }: TestSettings,
  size: LoadTestSize,
  file = join(dataDir, "load-test.json"),
): Promise<boolean> {
  const since = Date.now();
  const stats = new Stats();
  console.log(`\nLoad test of ${size.seconds} s with ${size.shoppers} shoppers and --seed ${size.seed}`);
  const endProgress = startLiveLine(
    process.stdout,
    () => stats.describeProgress(Date.now() - since),
    PROGRESS_MS,
  );
  let isReported = false;
  const report = () => {
    if (isReported) return;
    isReported = true;
    endProgress();
    printResult(stats);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(reportResult(stats, size), null, 2)}\n`);
    console.log(`\nResults: ${file}`);
  };
  onInterrupt(report);
  try {
    await runLoadTest(makePlan(size), { ...size, stats, idleMs: idleSeconds * 1_000 });
  } finally {
    report();
  }
  return stats.isClean;
}

function printResult(stats: Stats): void {
  console.table(stats.latencies);
  const counts = { requests: stats.requests, ...stats.events, ...stats.faultCounts, ...stats.errors };
  console.table(Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, { count }])));
  for (const { request, what, who, history } of stats.faults.slice(0, PRINTED_FAULTS))
    console.log([`\n✗ ${request} ${what} (${who})`, ...history].join("\n    "));
}

/** The results as JSON. */
export function reportResult(stats: Stats, size: LoadTestSize) {
  const { isClean, requests, latencies, errors, events, faultCounts, faults } = stats;
  const found = { errors, events, found: faultCounts, faults };
  return { isClean, ...size, requests, latencyMilliseconds: latencies, ...found };
}
