// @ts-check
import { parseArgs } from "node:util";
import { Failure } from "../stack/failure.mjs";
import { MUTANTS } from "./catalogue.mjs";

const USAGE = `npm run test:mutants                     every fault of docs/mutants.md, whose table it writes
npm run test:mutants -- --only NAME,…    these alone; the other rows of the table stay as they are

Names: ${MUTANTS.map(({ name }) => name).join(", ")}`;

const OPTIONS = /** @type {const} */ ({
  only: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
});

/**
 * Which mutants a person wants tried.
 * @param {string[]} args
 * @returns {{ names: string[], help?: string }} `help`: what is to be printed instead
 */
export function readOptions(args) {
  const { only, help } = parse(args);
  if (help) return { names: [], help: USAGE };
  const known = MUTANTS.map(({ name }) => name);
  const names = only === undefined ? known : only.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return { names };
  throw new Failure(`There is no mutant "${unknown}".`, { advice: USAGE });
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (cause) {
    throw new Failure(/** @type {Error} */ (cause).message, { advice: USAGE, cause });
  }
}
