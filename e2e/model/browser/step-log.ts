import { test } from "../../support/fixtures";
import type { Action } from "./action";
import type { Plan, PlannedStep } from "./plan";

const SHOWN_STEPS = 12;

/** Records the steps that have started, in order, and reports the latest when one fails. */
export class StepLog {
  /** Set by the first failure; all workers stop after their current step. */
  hasFailed = false;
  readonly #plan: Plan;
  readonly #lines: string[] = [];

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** @throws Error naming the seed, the step and the steps before it */
  async record(step: PlannedStep & { action: Action }, work: () => Promise<void>): Promise<void> {
    const line = describeStep(step);
    this.#lines.push(line);
    try {
      await test.step(line, work);
    } catch (cause) {
      this.hasFailed = true;
      throw new Error(this.#describeFailure(line, cause), { cause });
    }
  }

  #describeFailure(line: string, cause: unknown): string {
    return [
      `${line}: ${cause instanceof Error ? cause.message : String(cause)}`,
      `The last steps that were begun, of ${this.#plan.steps.length}:`,
      ...this.#lines.slice(-SHOWN_STEPS),
      `The same again: MODEL_SEED=${this.#plan.seed} npm run e2e -- --no-deps model.spec.ts`,
    ].join("\n");
  }
}

/** For example "step 12: shopper 3, browser 2: change product 1, quantity 4". */
function describeStep({ number, shopper, browser, action }: PlannedStep & { action: Action }): string {
  const details = Object.entries(action).flatMap(([name, value]) =>
    name === "kind" ? [] : `${name} ${value}`,
  );
  return `step ${number}: shopper ${shopper + 1}, browser ${browser + 1}: ${[action.kind, ...details].join(", ")}`;
}
