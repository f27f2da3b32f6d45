import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { formatDuration } from "../stack/progress";
import { runToExit, type Run } from "../stack/run";
import { readLogTail, UserError } from "../stack/user-error";
import { prepareWorkspace } from "../stack/workspace";
import { readTestSettings } from "../test-shop/settings";
import { playwrightProgram } from "../test-shop/specs";
import { startTestShop, type TestShop } from "../test-shop/test-shop";
import { applyPatch, FEWER_PAGES, MUTANTS, type ExpectedFailure, type Mutant } from "./mutant";
import { evaluate, listUnreliable, type Report, type Result } from "./result";
import { writeTable, type Outcome } from "./table";

/** `reports`: the folder for the reports of the specs. */
type Context = { run: Run; shop: TestShop; reports: string };

const LOG_LINES = 15;

const STATUS_TEXTS: Record<Result["status"], string> = {
  caught: "caught",
  survived: "SURVIVED: the spec passes all the same",
  broken: "BROKEN: it does not build, start or run, so nothing was tried",
  "other-reason": "FAILED FOR ANOTHER REASON than the fault",
};

/**
 * Runs the mutants on the project that this file is in, which is a copy, and exits: 0 when each was caught. One after
 * the other, in one shop: database and backend are shared, and a mutant costs a build of the storefront.
 */
export async function runMutants({ names, table }: { names: string[]; table: string }): Promise<void> {
  const since = Date.now();
  const settings = readTestSettings(process.env);
  const reports = join(settings.dataDir, "mutants");
  // The backend's last, so that it never has to be built without them in between.
  const mutants = MUTANTS.filter(({ name }) => names.includes(name)).toSorted(
    (a, b) => Number(a.changesBackend) - Number(b.changesBackend),
  );
  await runToExit(settings.dataDir, async (run) => {
    await prepareWorkspace(run, { withBackend: true });
    rmSync(reports, { recursive: true, force: true });
    applyPatch(FEWER_PAGES);
    const context = { run, shop: await startTestShop(run, settings), reports };
    await requireReliableSpecs(context, mutants);
    const missed: string[] = [];
    for (const [index, mutant] of mutants.entries()) {
      run.progress.note(`\n${index + 1} of ${mutants.length}: ${mutant.name} (${mutant.report})`);
      const outcome = await runMutant(context, mutant);
      // A build that Ctrl-C has broken off says nothing about the mutant.
      if (run.supervisor.isStopping) return 1;
      run.progress.note(describeOutcome(mutant, outcome));
      if (outcome.status !== "caught") missed.push(mutant.name);
      await writeTable(table, MUTANTS, outcome);
    }
    const result = missed.length === 0 ? "all caught" : `${missed.length} not caught: ${missed.join(", ")}`;
    console.log(`\nReports of the specs: ${reports}\nTable: ${table}`);
    console.log(`mutants: ${result}, of ${mutants.length} (${formatDuration(Date.now() - since)})`);
    return missed.length === 0 ? 0 : 1;
  });
}

/** A spec that fails without any fault catches nothing. */
async function requireReliableSpecs(context: Context, mutants: Mutant[]): Promise<void> {
  const specs = mutants.map(({ caughtBy }) => caughtBy);
  const report = await runSpecs(context, { name: "none", specs });
  const unreliable = listUnreliable(report, specs);
  if (unreliable.length === 0) return;
  const titles = unreliable.map(({ file, title }) => `${file}: ${title}`).join("\n");
  throw new UserError(`Without any fault put back, these do not pass:\n${titles}`, {
    advice: `npx playwright show-report ${join(context.reports, "none")}`,
  });
}

/** Puts one fault in, builds, takes it out, and runs its spec. */
async function runMutant(context: Context, mutant: Mutant): Promise<Outcome> {
  const { name, caughtBy } = mutant;
  const startedAt = Date.now();
  const broken = await build(context.shop, mutant);
  const builtAt = Date.now();
  const task = { name, specs: [caughtBy], options: ["--max-failures=1"] };
  const result = broken ?? evaluate(await runSpecs(context, task), caughtBy);
  const seconds = (from: number, to: number) => Math.round((to - from) / 1_000);
  return {
    name,
    ...result,
    buildSeconds: seconds(startedAt, builtAt),
    specSeconds: seconds(builtAt, Date.now()),
  };
}

function describeOutcome({ caughtBy }: Mutant, outcome: Outcome): string {
  const { name, status, detail, buildSeconds, specSeconds } = outcome;
  const isCaught = status === "caught";
  const times = `${specSeconds} s after a build of ${buildSeconds} s`;
  const line = `${isCaught ? "✓" : "✗"} ${name}: ${STATUS_TEXTS[status]} (${caughtBy.file}, ${times})`;
  if (isCaught) return line;
  return `${line}\n  expected of "${caughtBy.title}": ${caughtBy.message}\n\n${detail}\n`;
}

/** Returns a result only when the build fails. */
async function build(shop: TestShop, { patch, changesBackend }: Mutant): Promise<Result | undefined> {
  applyPatch(patch);
  try {
    if (changesBackend) await shop.rebuildBackend();
    await shop.rebuildStorefronts();
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const log = error.logFile ? readLogTail(error.logFile, LOG_LINES) : "";
    return { status: "broken", detail: `${error.message}\n${log}` };
  } finally {
    applyPatch(patch, "--reverse");
  }
}

/** Runs some of the specs and keeps Playwright's HTML report under the name. */
async function runSpecs(
  { run, shop, reports }: Context,
  { name, specs, options = [] }: { name: string; specs: ExpectedFailure[]; options?: string[] },
): Promise<Report> {
  const json = join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  const titles = specs.map(({ title }) => title.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  const files = [...new Set(specs.map(({ file }) => file))];
  const env = {
    ...shop.env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: json,
    PLAYWRIGHT_HTML_OUTPUT_DIR: join(reports, name),
    PLAYWRIGHT_HTML_OPEN: "never",
  };
  // Without --no-deps the project of the disruptive specs would wait for all others.
  const projects = ["--no-deps", "--project=desktop", "--project=disruptive", "--reporter=list,json,html"];
  const args = [...projects, ...options, "--grep", titles.join("|"), ...files];
  try {
    await run.progress.step(`Running ${files.join(", ")}`, () =>
      run.supervisor.run({ ...playwrightProgram(env, args), name: `playwright-${name}` }),
    );
  } catch (error) {
    // The report says which specs failed.
    if (!(error instanceof UserError) || !existsSync(json)) throw error;
  }
  return JSON.parse(readFileSync(json, "utf8")) as Report;
}
