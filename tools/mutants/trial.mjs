// @ts-check
import { Failure } from "../stack/failure.mjs";
import { readTail } from "../stack/log-tail.mjs";
import { ROOT } from "../stack/project.mjs";
import { applyEdits } from "./edit.mjs";
import { changesBackend } from "./mutant.mjs";
import { runSomeSpecs } from "./spec-run.mjs";
import { judge } from "./verdict.mjs";

/**
 * @typedef {import("./mutant.mjs").Mutant} Mutant
 * @typedef {{
 *   run: import("../stack/stack.mjs").Run,
 *   shop: import("../test-shop/shop.mjs").TestShop,
 *   env: NodeJS.ProcessEnv,
 *   reports: string,
 * }} Lab the shop, what its specs are told, and the folder for their reports
 * @typedef {import("./verdict.mjs").Judgement &
 *   { name: string, buildSeconds: number, specSeconds: number }} Outcome
 */

const LOG_LINES = 15;

/** @type {Record<import("./verdict.mjs").Verdict, string>} */
const WORDS = {
  caught: "caught",
  survived: "SURVIVED: the spec passes all the same",
  broken: "BROKEN: it does not build, start or run, so nothing was tried",
  "other-reason": "FAILED FOR ANOTHER REASON than the fault",
};

/**
 * Puts one fault in, builds, takes it out, and lets its spec run.
 * @param {Lab} lab
 * @param {Mutant} mutant
 * @returns {Promise<Outcome>}
 */
export async function tryMutant(lab, mutant) {
  const { name, caughtBy } = mutant;
  const built = await measure(() => build(lab, mutant));
  if (built.result) {
    const { verdict, detail } = built.result;
    return { name, verdict, detail, buildSeconds: built.seconds, specSeconds: 0 };
  }
  const task = { name, specs: [caughtBy], options: ["--max-failures=1"] };
  const ran = await measure(() =>
    lab.run.progress.step(`Running ${caughtBy.file}`, () => runSomeSpecs(lab, task)),
  );
  return {
    ...judge(ran.result, caughtBy),
    name,
    buildSeconds: built.seconds,
    specSeconds: ran.seconds,
  };
}

/**
 * What a person is told, and what more they need when it was not caught.
 * @param {Mutant} mutant
 * @param {Outcome} outcome
 */
export function describeOutcome({ caughtBy }, { name, verdict, detail, buildSeconds, specSeconds }) {
  const isCaught = verdict === "caught";
  const line = `${isCaught ? "✓" : "✗"} ${name}: ${WORDS[verdict]} (${caughtBy.file}, ${specSeconds} s after a build of ${buildSeconds} s)`;
  if (isCaught) return line;
  return `${line}\n  expected of "${caughtBy.title}": ${caughtBy.message}\n\n${detail}\n`;
}

/**
 * @param {Lab} lab
 * @param {Mutant} mutant
 * @returns {Promise<import("./verdict.mjs").Judgement | undefined>} what came of it when there is nothing to try
 */
async function build({ shop }, mutant) {
  const restore = applyEdits(ROOT, mutant);
  try {
    if (changesBackend(mutant)) await shop.rebuildBackend();
    await shop.rebuildStorefronts();
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const log = error.logFile ? readTail(error.logFile, LOG_LINES) : "";
    return { verdict: "broken", detail: `${error.message}\n${log}` };
  } finally {
    restore();
  }
}

/**
 * @template T
 * @param {() => Promise<T>} work
 */
async function measure(work) {
  const since = Date.now();
  const result = await work();
  return { result, seconds: Math.round((Date.now() - since) / 1_000) };
}
