// @ts-check
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { Failure } from "../stack/failure.mjs";
import { readWholeNumber } from "../stack/whole-number.mjs";

/** @typedef {{ seconds: number, changes?: number, seed: number, isHelp: boolean }} DayOptions */

export const USAGE = `npm run e2e:day -- [options]

  --minutes 5      the shop is open for so long, up to 240
  --changes 1000   or until the shopkeeper has made so many changes, if that is sooner
  --seed 42        what everybody does, as an earlier day has printed it; by default a new one

Exits 0 when every page was right, else 1.`;

const MOST_MINUTES = 240;
const MOST_CHANGES = 100_000;
const HIGHEST_SEED = 2 ** 31 - 1;
const DEFAULT_MINUTES = 5;

const OPTIONS = /** @type {const} */ ({
  minutes: { type: "string" },
  changes: { type: "string" },
  seed: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
});

/**
 * What a person asks of the day.
 * @param {string[]} args
 * @returns {DayOptions}
 */
export function readOptions(args) {
  const { minutes, changes, seed, help } = parse(args);
  return {
    seconds: 60 * (readWholeNumber("minutes", minutes, { from: 1, to: MOST_MINUTES }) ?? DEFAULT_MINUTES),
    changes: readWholeNumber("changes", changes, { from: 1, to: MOST_CHANGES }),
    seed: readWholeNumber("seed", seed, { from: 0, to: HIGHEST_SEED }) ?? randomInt(HIGHEST_SEED),
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
