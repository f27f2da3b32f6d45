import { randomInt } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseOptions, parseWholeNumber, TEXT, usageError } from "../options";
import type { Environment } from "../stack/environment";
import { startLiveLine } from "../stack/progress";
import { onInterrupt } from "../stack/run";
import { readTestSettings, type TestSettings } from "../test-shop/settings";
import { runInTestShop } from "../test-shop/test-shop";
import { describePlan, makePlan } from "./plan";
import { describeProgress, describeResult, isClean, reportResult } from "./report";
import { runLoadTest, type LoadTestSize } from "./run-load-test";
import { Stats } from "./stats";

const OPTIONS = { shoppers: TEXT, minutes: TEXT, seconds: TEXT, instances: TEXT, seed: TEXT, json: TEXT };

const MAX_MINUTES = 30;
const MAX_SEED = 2 ** 32 - 1;
const DEFAULT_SHOPPERS = 200;
const DEFAULT_MINUTES = 2;
const PROGRESS_MS = 5_000;

/** Few enough shoppers that each gets to sign in, buy and sign out. */
const BRIEF = { shoppers: 10, seconds: 20 };

/** Many shoppers leave sessions alone for longer than the specs' minute. Rotation stays at the specs' second. */
const IDLE_TTL = "600s";

type LoadTestOptions = LoadTestSize & { json?: string };

/** `npm run test:load`: many shoppers without browsers, on the test shop's two instances. */
export default async function main(args: string[]): Promise<void> {
  const options = parseLoadTest(args);
  const settings = readTestSettings(process.env);
  settings.environment.SESSION_IDLE_TTL = IDLE_TTL;
  await runInTestShop(settings, async (_run, env) => ((await run(settings, env, options)) ? 0 : 1));
}

export function parseLoadTest(args: string[]): LoadTestOptions {
  const { shoppers, minutes, seconds, instances, seed, json } = parseOptions("test:load", args, OPTIONS);
  if (minutes && seconds) throw usageError("test:load", "Both --minutes and --seconds are given.");
  const wholeMinutes = parseWholeNumber("minutes", minutes, { from: 1, to: MAX_MINUTES }) ?? DEFAULT_MINUTES;
  return {
    shoppers: parseWholeNumber("shoppers", shoppers, { from: 1, to: 1_000 }) ?? DEFAULT_SHOPPERS,
    seconds: parseWholeNumber("seconds", seconds, { from: 1, to: MAX_MINUTES * 60 }) ?? wholeMinutes * 60,
    instances: parseWholeNumber("instances", instances, { from: 1, to: 2 }) ?? 2,
    seed: parseWholeNumber("seed", seed, { from: 0, to: MAX_SEED }) ?? randomInt(MAX_SEED),
    ...(json ? { json: resolve(json) } : {}),
  };
}

/** A load test small enough for every test run. Returns whether nothing was found. */
export function runBriefLoadTest(settings: TestSettings, env: Environment): Promise<boolean> {
  return run(settings, env, { ...parseLoadTest([]), ...BRIEF });
}

/** Prints and writes the results, also when it is interrupted. Returns whether nothing was found. */
async function run(
  settings: TestSettings,
  env: Environment,
  { json, ...size }: LoadTestOptions,
): Promise<boolean> {
  const since = Date.now();
  const stats = new Stats();
  const plan = makePlan(size);
  const file = json ?? join(settings.dataDir, "load-test.json");
  console.log(`\nLoad test of ${size.seconds} s with --seed ${size.seed}: ${describePlan(plan)}`);
  const progress = () => describeProgress(stats, Date.now() - since);
  const endProgress = startLiveLine(process.stdout, progress, PROGRESS_MS);
  let isReported = false;
  const report = () => {
    if (isReported) return;
    isReported = true;
    endProgress();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(reportResult(stats, size), null, 2)}\n`);
    console.log(`${describeResult(stats)}\n\nResults: ${file}`);
  };
  onInterrupt(report);
  try {
    await runLoadTest(plan, size, { env, stats });
  } finally {
    report();
  }
  return isClean(stats);
}
