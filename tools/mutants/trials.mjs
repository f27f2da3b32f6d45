// @ts-check
import { rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "../test-shop/browser.mjs";
import { openTestShop } from "../test-shop/shop.mjs";
import { Failure } from "../stack/failure.mjs";
import { formatDuration } from "../stack/progress.mjs";
import { ROOT } from "../stack/project.mjs";
import { MUTANTS } from "./catalogue.mjs";
import { applyEdits } from "./edit.mjs";
import { FEW_PAGES } from "./few-pages.mjs";
import { changesBackend } from "./mutant.mjs";
import { runSomeSpecs } from "./spec-run.mjs";
import { writeTable } from "./table.mjs";
import { describeOutcome, tryMutant } from "./trial.mjs";
import { listUnreliable } from "./verdict.mjs";

/**
 * @typedef {import("../stack/stack.mjs").Run} Run
 * @typedef {import("../test-shop/settings.mjs").TestSettings} TestSettings
 * @typedef {import("./mutant.mjs").Mutant} Mutant
 * @typedef {import("./trial.mjs").Outcome} Outcome
 * @typedef {import("./trial.mjs").Lab} Lab
 */

/**
 * Tries each on its own, one after the other, in one shop: database and backend are shared, and a mutant costs one
 * build of the storefront.
 * @param {Run} run
 * @param {TestSettings} settings
 * @param {import("./run-trials.mjs").Order} order
 * @returns {Promise<number>} the exit code
 */
export async function tryMutants(run, settings, { names, table }) {
  const since = Date.now();
  const mutants = MUTANTS.filter(({ name }) => names.includes(name));
  const lab = await openLab(run, settings);
  await requireSoundSpecs(lab, mutants);
  /** @type {Outcome[]} */
  const missed = [];
  for (const [index, mutant] of inOrder(mutants).entries()) {
    run.progress.note(`\n${index + 1} of ${mutants.length}: ${mutant.name} (${mutant.report})`);
    const outcome = await tryMutant(lab, mutant);
    // A build that Ctrl-C has broken off says nothing about the mutant.
    if (run.supervisor.isStopping) return 1;
    run.progress.note(describeOutcome(mutant, outcome));
    if (outcome.verdict !== "caught") missed.push(outcome);
    await writeTable(table, MUTANTS, outcome);
  }
  console.log(`\nReports of the specs: ${lab.reports}\nTable: ${table}`);
  console.log(`mutants: ${describe(mutants.length, missed)} (${formatDuration(Date.now() - since)})`);
  return missed.length === 0 ? 0 : 1;
}

/**
 * @param {Run} run
 * @param {TestSettings} settings
 * @returns {Promise<Lab>}
 */
async function openLab(run, settings) {
  const reports = join(settings.dataDir, "mutants");
  rmSync(reports, { recursive: true, force: true });
  applyEdits(ROOT, { name: "few pages", edits: FEW_PAGES });
  const CHROMIUM_PATH = await findBrowser(run);
  const shop = await openTestShop(run, settings);
  return { run, shop, reports, env: { ...settings.environment, ...shop.environment, CHROMIUM_PATH } };
}

/**
 * A spec that fails on the shop as it is catches nothing.
 * @param {Lab} lab
 * @param {Mutant[]} mutants
 */
async function requireSoundSpecs(lab, mutants) {
  const specs = mutants.map(({ caughtBy }) => caughtBy);
  const report = await lab.run.progress.step("Running their specs on the shop as it is", () =>
    runSomeSpecs(lab, { name: "none", specs }),
  );
  const unreliable = listUnreliable(report, specs);
  if (unreliable.length === 0) return;
  const titles = unreliable.map(({ file, title }) => `${file}: ${title}`).join("\n");
  throw new Failure(`Without any fault put back, these do not pass:\n${titles}`, {
    advice: `npx playwright show-report ${join(lab.reports, "none")}`,
  });
}

/**
 * The backend's last, so that it is never to be put back in between.
 * @param {Mutant[]} mutants
 */
function inOrder(mutants) {
  return mutants.toSorted((a, b) => Number(changesBackend(a)) - Number(changesBackend(b)));
}

/**
 * @param {number} count
 * @param {Outcome[]} missed
 */
function describe(count, missed) {
  if (missed.length === 0) return count === 1 ? "caught" : `all ${count} caught`;
  return `${missed.length} of ${count} not caught: ${missed.map(({ name }) => name).join(", ")}`;
}
