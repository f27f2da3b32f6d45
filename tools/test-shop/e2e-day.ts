import { randomInt } from "node:crypto";
import { parseOptions } from "../options";
import { readTestSettings } from "./settings";
import { runPlaywright } from "./specs";
import { runInTestShop } from "./test-shop";

const MAX_SEED = 2 ** 31 - 1;
const SPEC = ["--no-deps", "--project=desktop", "day-in-the-life.spec.ts"];

/** `npm run e2e:day`: the spec of that name in the test shop, for as long as asked. */
export default async function main(args: string[]): Promise<void> {
  const { seconds, changes, seed } = parseDay(args);
  await runInTestShop(readTestSettings(process.env), async (run, env) => {
    console.log(`\nA day of ${seconds} s with --seed ${seed}`);
    const day = {
      DAY_SEED: String(seed),
      DAY_SECONDS: String(seconds),
      DAY_CHANGES: String(changes ?? ""),
    };
    return (await runPlaywright(run, { ...env, ...day }, SPEC)).exitCode;
  });
}

export function parseDay(args: string[]) {
  const {
    minutes = 5,
    changes,
    seed = randomInt(MAX_SEED),
  } = parseOptions("e2e:day", args, { minutes: [1, 240], changes: [1, 100_000], seed: [0, MAX_SEED] });
  return { seconds: 60 * minutes, changes, seed };
}
