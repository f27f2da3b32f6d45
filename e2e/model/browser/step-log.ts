import { test } from "../../support/fixtures";
import type { Action } from "./action";
import type { Plan, PlannedStep } from "./plan";

const SHOWN_STEPS = 12;

/** Records the steps that have started, in order, and reports the latest when one fails. */
export class StepLog {
  /** Set by the first failure; all workers stop after their current step. */
  hasFailed = false;
  readonly #lines: string[] = [];

  /** @throws Error naming the seed, the step and the steps before it */
  async record({ seed, steps }: Plan, step: PlannedStep & { action: Action }, work: () => Promise<void>) {
    const line = describeStep(step);
    this.#lines.push(line);
    try {
      await test.step(line, work);
    } catch (cause) {
      this.hasFailed = true;
      const lines = [
        `${line}: ${cause instanceof Error ? cause.message : String(cause)}`,
        `The last steps that were begun, of ${steps.length}:`,
        ...this.#lines.slice(-SHOWN_STEPS),
        `The same again: MODEL_SEED=${seed} npm run e2e -- --no-deps model.spec.ts`,
      ];
      throw new Error(lines.join("\n"), { cause });
    }
  }
}

/** For example "step 12: shopper 3, browser 2: change (page 4, product 1, quantity 0)". */
function describeStep({
  number,
  shopper,
  browser,
  action: { kind, ...choices },
}: PlannedStep & { action: Action }) {
  const details = Object.entries(choices).map((choice) => choice.join(" "));
  return `step ${number}: shopper ${shopper + 1}, browser ${browser + 1}: ${kind} (${details.join(", ")})`;
}
