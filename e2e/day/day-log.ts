/** The promise that is broken, the page and what is wrong with it, and the steps that led there. */
export type Fault = { rule: string; what: string; trail: string[] };

/** Whose changes may be behind any fault. */
export const SHOPKEEPER = "shopkeeper";
const TRAIL = 30;
const MOST_FAULTS = 40;

/** Everything that happened, in order, so that a fault can be told with the steps before it. */
export class StepLog {
  readonly faults: Fault[] = [];
  readonly counts = new Map<string, number>();
  readonly #startedAt = Date.now();
  readonly #entries: { who: string; text: string }[] = [];
  readonly #known = new Set<string>();

  /** @param who a shopper's name, or SHOPKEEPER */
  note(who: string, what: string): void {
    const seconds = ((Date.now() - this.#startedAt) / 1_000).toFixed(1);
    this.#entries.push({ who, text: `${seconds} s, ${who}: ${what}` });
  }

  /** Counts an event for the summary. */
  count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /**
   * Records a fault, once, with the steps of the one who has met it and of the shopkeeper.
   * @param who as for `note`
   */
  reportFault(who: string, { rule, what }: Omit<Fault, "trail">): void {
    const key = `${rule}: ${what.replaceAll(/day\w+|[\d.,]+/gu, "#")}`;
    this.count(`fault: ${rule}`);
    if (this.#known.has(key) || this.faults.length === MOST_FAULTS) return;
    this.#known.add(key);
    const steps = this.#entries.filter((entry) => entry.who === who || entry.who === SHOPKEEPER);
    this.faults.push({ rule, what, trail: steps.slice(-TRAIL).map(({ text }) => text) });
  }

  /** The faults as text, each with the steps before it. */
  describe(): string {
    return this.faults
      .map(({ rule, what, trail }, index) =>
        [`${index + 1}. ${rule}: ${what}`, ...trail.map((entry) => `     ${entry}`)].join("\n"),
      )
      .join("\n");
  }

  /** How often each event happened, in a line. */
  summarise(): string {
    const sorted = [...this.counts].toSorted(([one], [other]) => one.localeCompare(other));
    return sorted.map(([name, count]) => `${name} ${count}`).join(", ");
  }
}
