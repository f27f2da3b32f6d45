import type { Run } from "../stack/run";
import { readLogTail, UserError } from "../stack/user-error";
import type { TestShop } from "../test-shop/test-shop";
import { applyPatch, type Mutant } from "./mutant";
import { evaluate, type Result } from "./result";
import { runSomeSpecs } from "./spec-run";

/** `reports`: the folder for the reports of the specs. */
export type MutantContext = { run: Run; shop: TestShop; reports: string };

export type Outcome = Result & { name: string; buildSeconds: number; specSeconds: number };

const LOG_LINES = 15;

const STATUS_TEXTS: Record<Result["status"], string> = {
  caught: "caught",
  survived: "SURVIVED: the spec passes all the same",
  broken: "BROKEN: it does not build, start or run, so nothing was tried",
  "other-reason": "FAILED FOR ANOTHER REASON than the fault",
};

/** Puts one fault in, builds, takes it out, and runs its spec. */
export async function runMutant(context: MutantContext, mutant: Mutant): Promise<Outcome> {
  const { name, caughtBy } = mutant;
  const built = await measure(() => build(context.shop, mutant));
  if (built.result) return { name, ...built.result, buildSeconds: built.seconds, specSeconds: 0 };
  const task = { name, specs: [caughtBy], options: ["--max-failures=1"] };
  const ran = await measure(() =>
    context.run.progress.step(`Running ${caughtBy.file}`, () => runSomeSpecs(context, task)),
  );
  const result = evaluate(ran.result, caughtBy);
  return { name, ...result, buildSeconds: built.seconds, specSeconds: ran.seconds };
}

export function describeOutcome({ caughtBy }: Mutant, outcome: Outcome): string {
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

async function measure<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const since = Date.now();
  const result = await work();
  return { result, seconds: Math.round((Date.now() - since) / 1_000) };
}
