// @ts-check
import { randomInt } from "node:crypto";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Failure } from "../stack/failure.mjs";
import { readWholeNumber } from "../stack/whole-number.mjs";

/**
 * @typedef {{
 *   shoppers: number,
 *   seconds: number,
 *   instances: number,
 *   seed: number,
 *   json?: string,
 *   isHelp: boolean,
 * }} HuntOptions
 */

export const USAGE = `npm run test:load -- [options]

  --shoppers 200     so many at once, 1 to 1000
  --minutes 2        for so long, up to 30; or --seconds 20
  --instances 2      spread each shopper's requests over one or two instances of the storefront
  --seed 42          what everybody does, as an earlier hunt has printed it; by default a new one
  --json FILE        where the results go, besides the table

Exits 0 when nobody saw, held or lost anything that they should not have, and nothing failed; else 1.`;

const MOST_SHOPPERS = 1_000;
const MOST_SECONDS = 30 * 60;
const HIGHEST_SEED = 2 ** 32 - 1;
const DEFAULT_SHOPPERS = 200;
const DEFAULT_SECONDS = 120;

const OPTIONS = /** @type {const} */ ({
  shoppers: { type: "string" },
  minutes: { type: "string" },
  seconds: { type: "string" },
  instances: { type: "string" },
  seed: { type: "string" },
  json: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
});

/**
 * What a person asks of the hunt.
 * @param {string[]} args
 * @returns {HuntOptions}
 */
export function readOptions(args) {
  const { shoppers, minutes, seconds, instances, seed, json, help } = parse(args);
  if (minutes && seconds) throw new Failure("Both --minutes and --seconds are given.", { advice: USAGE });
  return {
    shoppers: readWholeNumber("shoppers", shoppers, { from: 1, to: MOST_SHOPPERS }) ?? DEFAULT_SHOPPERS,
    seconds:
      readWholeNumber("seconds", seconds, { from: 1, to: MOST_SECONDS }) ??
      minutesToSeconds(readWholeNumber("minutes", minutes, { from: 1, to: MOST_SECONDS / 60 })),
    instances: readWholeNumber("instances", instances, { from: 1, to: 2 }) ?? 2,
    seed: readWholeNumber("seed", seed, { from: 0, to: HIGHEST_SEED }) ?? randomInt(HIGHEST_SEED),
    ...(json ? { json: resolve(json) } : {}),
    isHelp: help,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (cause) {
    throw new Failure(/** @type {Error} */ (cause).message, { advice: USAGE, cause });
  }
}

/** @param {number | undefined} minutes */
function minutesToSeconds(minutes) {
  return minutes === undefined ? DEFAULT_SECONDS : minutes * 60;
}
