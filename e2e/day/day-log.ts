/** `rule` is the broken promise, `steps` are the steps that led to it. */
export type Fault = { rule: string; message: string; steps: string[] };

/** Actor name of the shopkeeper, whose steps are listed with every fault. */
export const SHOPKEEPER = "shopkeeper";
const STEPS_PER_FAULT = 30;
const MAX_FAULTS = 40;

/** Records all steps in order and reports each fault with the steps before it. */
export class DayLog {
  readonly faults: Fault[] = [];
  readonly counts = new Map<string, number>();
  readonly #startedAt = Date.now();
  readonly #entries: { actor: string; text: string }[] = [];
  readonly #reported = new Set<string>();

  /** @param actor a shopper's name, or SHOPKEEPER */
  record(actor: string, action: string): void {
    const seconds = ((Date.now() - this.#startedAt) / 1_000).toFixed(1);
    this.#entries.push({ actor, text: `${seconds} s, ${actor}: ${action}` });
  }

  /** Counts an event for the summary. */
  count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /**
   * Records a fault once, with the latest steps of the shopper who met it and of the shopkeeper.
   * @param actor as for `record`
   */
  reportFault(actor: string, { rule, message }: Omit<Fault, "steps">): void {
    const key = `${rule}: ${message.replaceAll(/day\w+|[\d.,]+/gu, "#")}`;
    this.count(`fault: ${rule}`);
    if (this.#reported.has(key) || this.faults.length === MAX_FAULTS) return;
    this.#reported.add(key);
    const entries = this.#entries.filter((entry) => entry.actor === actor || entry.actor === SHOPKEEPER);
    this.faults.push({ rule, message, steps: entries.slice(-STEPS_PER_FAULT).map(({ text }) => text) });
  }

  /** All faults as text, each with its steps. */
  describe(): string {
    return this.faults
      .map(({ rule, message, steps }, index) =>
        [`${index + 1}. ${rule}: ${message}`, ...steps.map((entry) => `     ${entry}`)].join("\n"),
      )
      .join("\n");
  }

  /** One line with the count of each event. */
  summarise(): string {
    const sorted = [...this.counts].toSorted(([one], [other]) => one.localeCompare(other));
    return sorted.map(([name, count]) => `${name} ${count}`).join(", ");
  }
}
