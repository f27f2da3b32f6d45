import { rmSync } from "node:fs";
import { join } from "node:path";
import { formatDuration } from "../stack/progress";
import { runToExit, type Run } from "../stack/run";
import { UserError } from "../stack/user-error";
import { prepareWorkspace } from "../stack/workspace";
import { readTestSettings, type TestSettings } from "../test-shop/settings";
import { startTestShop } from "../test-shop/test-shop";
import { applyPatch, MUTANTS, type Mutant } from "./mutant";
import { listUnreliable } from "./result";
import { describeOutcome, runMutant, type MutantContext } from "./run-mutant";
import { runSomeSpecs } from "./spec-run";
import { writeTable } from "./table";

type Task = { names: string[]; table: string };

/** Shortens every build here. */
export const FEWER_PAGES = "tools/mutants/fewer-pages.patch";

/** Runs the mutants on the project that this file is in, which is a copy, and exits: 0 when each was caught. */
export async function runMutants(task: Task): Promise<void> {
  const settings = readTestSettings(process.env);
  await runToExit(settings.dataDir, async (run) => {
    await prepareWorkspace(run, { withBackend: true });
    return runEach(run, settings, task);
  });
}

/** One after the other, in one shop: database and backend are shared, and a mutant costs a build of the storefront. */
async function runEach(run: Run, settings: TestSettings, { names, table }: Task): Promise<number> {
  const since = Date.now();
  const mutants = MUTANTS.filter(({ name }) => names.includes(name));
  const reports = join(settings.dataDir, "mutants");
  rmSync(reports, { recursive: true, force: true });
  applyPatch(FEWER_PAGES);
  const context = { run, shop: await startTestShop(run, settings), reports };
  await requireReliableSpecs(context, mutants);
  const missed: string[] = [];
  for (const [index, mutant] of backendLast(mutants).entries()) {
    run.progress.note(`\n${index + 1} of ${mutants.length}: ${mutant.name} (${mutant.report})`);
    const outcome = await runMutant(context, mutant);
    // A build that Ctrl-C has broken off says nothing about the mutant.
    if (run.supervisor.isStopping) return 1;
    run.progress.note(describeOutcome(mutant, outcome));
    if (outcome.status !== "caught") missed.push(mutant.name);
    await writeTable(table, MUTANTS, outcome);
  }
  const caught = mutants.length === 1 ? "caught" : `all ${mutants.length} caught`;
  const result =
    missed.length === 0 ? caught : `${missed.length} of ${mutants.length} not caught: ${missed.join(", ")}`;
  console.log(`\nReports of the specs: ${reports}\nTable: ${table}`);
  console.log(`mutants: ${result} (${formatDuration(Date.now() - since)})`);
  return missed.length === 0 ? 0 : 1;
}

/** A spec that fails without any fault catches nothing. */
async function requireReliableSpecs(context: MutantContext, mutants: Mutant[]): Promise<void> {
  const specs = mutants.map(({ caughtBy }) => caughtBy);
  const report = await context.run.progress.step("Running their specs on the shop as it is", () =>
    runSomeSpecs(context, { name: "none", specs }),
  );
  const unreliable = listUnreliable(report, specs);
  if (unreliable.length === 0) return;
  const titles = unreliable.map(({ file, title }) => `${file}: ${title}`).join("\n");
  throw new UserError(`Without any fault put back, these do not pass:\n${titles}`, {
    advice: `npx playwright show-report ${join(context.reports, "none")}`,
  });
}

/** The backend's mutants last, so that it never has to be built without them in between. */
function backendLast(mutants: Mutant[]): Mutant[] {
  return mutants.toSorted((a, b) => Number(a.changesBackend) - Number(b.changesBackend));
}
