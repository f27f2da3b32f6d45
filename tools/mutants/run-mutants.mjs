// @ts-check
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readTestSettings } from "../test-shop/settings.mjs";
import { describeFailure } from "../stack/failure.mjs";
import { exitCodeFor } from "../stack/interruption.mjs";
import { ROOT } from "../stack/project.mjs";
import { readOptions } from "./options.mjs";
import { copyProject } from "./project-copy.mjs";

const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * `npm run mutants`: puts each fault of the field reports back into a copy of the project, builds it, and sees whether
 * the specs notice. What follows runs from the copy, whose scripts take the copy for the project.
 */
export async function runMutants() {
  try {
    const { names, help } = readOptions(process.argv.slice(2));
    if (help) return console.log(help);
    // The seeded database, the logs and the reports are kept where the specs' own are.
    const { dataDir } = readTestSettings(process.env);
    process.env.E2E_DATA_DIR = dataDir;
    const copy = copyWithCare();
    /** @type {typeof import("./run-trials.mjs")} */
    const { runTrials } = await import(pathToFileURL(join(copy, "tools", "mutants", "run-trials.mjs")).href);
    // From here on it is the run itself that is interrupted, and that stops what it has started.
    for (const signal of SIGNALS) process.off(signal, exit);
    await runTrials({ names, table: join(ROOT, "docs", "mutants.md") });
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}

/**
 * However this process ends, short of a `kill -9`, the copy goes with it.
 * @returns {string}
 */
function copyWithCare() {
  for (const signal of SIGNALS) process.on(signal, exit);
  // By its real name: the bundler compares paths.
  const copy = mkdtempSync(join(realpathSync(tmpdir()), "cloakroom-mutants-"));
  process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
  console.log(`Copying the project to ${copy}`);
  copyProject(ROOT, copy);
  return copy;
}

/** @param {NodeJS.Signals} signal */
function exit(signal) {
  process.exit(exitCodeFor(signal));
}
