import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../stack/paths";
import { UserError } from "../stack/user-error";
import { PLAYWRIGHT } from "../test-shop/browser";
import type { ExpectedFailure } from "./mutant";
import type { Report } from "./result";
import type { MutantContext } from "./run-mutant";

/** Without --no-deps the project of the disruptive specs would wait for all others. */
const OPTIONS = ["--no-deps", "--project=desktop", "--project=disruptive", "--reporter=list,json,html"];

type Task = { name: string; specs: ExpectedFailure[]; options?: string[] };

/** Runs some of the specs and keeps Playwright's HTML report under the task's name. `options` are Playwright's own. */
export async function runSomeSpecs(
  { run, shop, reports }: MutantContext,
  { name, specs, options = [] }: Task,
): Promise<Report> {
  const json = join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(json, { force: true });
  const titles = specs.map(({ title }) => escapePattern(title)).join("|");
  const files = [...new Set(specs.map(({ file }) => file))];
  try {
    await run.supervisor.run({
      name: `playwright-${name}`,
      command: process.execPath,
      args: [PLAYWRIGHT, "test", ...OPTIONS, ...options, "--grep", titles, ...files],
      cwd: ROOT,
      env: {
        ...shop.env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: json,
        PLAYWRIGHT_HTML_OUTPUT_DIR: join(reports, name),
        PLAYWRIGHT_HTML_OPEN: "never",
      },
    });
  } catch (error) {
    // The report says which specs failed.
    if (!(error instanceof UserError) || !existsSync(json)) throw error;
  }
  return JSON.parse(readFileSync(json, "utf8")) as Report;
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
