import { test } from "../support/fixtures";
import type { Plan, Step } from "./plan";

const SHOWN_STEPS = 12;

/** What the crowd has begun to do so far, in the order in which it began; told when something goes wrong. */
export class StepLog {
  /** Set with the first failure: the others stop after what they are doing. */
  hasFailed = false;
  readonly #plan: Plan;
  readonly #lines: string[] = [];

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** @throws Error that names the seed, the step and the ones before it */
  async record(step: Step, work: () => Promise<void>): Promise<void> {
    const line = describeStep(this.#plan, step);
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

/** Such as "step 12: shopper 3's second device: change product 1 to 4". */
function describeStep({ owners }: Plan, { number, client, action }: Step): string {
  const details = Object.entries(action).flatMap(([name, value]) =>
    name === "kind" ? [] : `${name} ${value}`,
  );
  return `step ${number}: ${describeClient(owners, client)}: ${[action.kind, ...details].join(", ")}`;
}

function describeClient(owners: Plan["owners"], client: number): string {
  const owner = owners[client] ?? null;
  if (owner === null) return `guest ${client}`;
  return owners.indexOf(owner) === client ? `shopper ${owner}` : `shopper ${owner}'s second device`;
}
