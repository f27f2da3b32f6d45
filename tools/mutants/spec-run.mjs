// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../stack/failure.mjs";
import { ROOT } from "../stack/project.mjs";

/**
 * @typedef {import("./mutant.mjs").Catch} Catch
 * @typedef {import("./verdict.mjs").Report} Report
 */

const PLAYWRIGHT = join(ROOT, "node_modules", "@playwright", "test", "cli.js");

/** The project of the specs about two instances waits for all others, where nobody tells it not to. */
const OPTIONS = ["--no-deps", "--project=desktop", "--project=disruptive", "--reporter=list,json,html"];

/**
 * Runs some of the specs, on a desktop's screen, and keeps Playwright's HTML report of it.
 * @param {Pick<import("./trial.mjs").Lab, "run" | "env" | "reports">} lab
 * @param {{ name: string, specs: Catch[], options?: string[] }} task `name`: the report's; `options`: Playwright's own
 * @returns {Promise<Report>}
 * @throws {Failure} when there is nothing to report
 */
export async function runSomeSpecs({ run, env, reports }, { name, specs, options = [] }) {
  const json = join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(json, { force: true });
  const titles = specs.map(({ title }) => escape(title)).join("|");
  const files = [...new Set(specs.map(({ file }) => file))];
  try {
    await run.supervisor.run({
      name: `playwright-${name}`,
      command: process.execPath,
      args: [PLAYWRIGHT, "test", ...OPTIONS, ...options, "--grep", titles, ...files],
      cwd: ROOT,
      env: {
        ...env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: json,
        PLAYWRIGHT_HTML_OUTPUT_DIR: join(reports, name),
        PLAYWRIGHT_HTML_OPEN: "never",
      },
    });
  } catch (error) {
    // That a spec failed is for the report to say.
    if (!(error instanceof Failure) || !existsSync(json)) throw error;
  }
  return JSON.parse(readFileSync(json, "utf8"));
}

/** @param {string} title */
function escape(title) {
  return title.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
