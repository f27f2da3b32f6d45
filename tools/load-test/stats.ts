/** The faults that the load test looks for, with the words of the report. */
const FAULT_NAMES = {
  canary: "foreign canaries",
  cart: "wrong carts",
  order: "wrong orders",
  "sign-out": "sign-outs not asked for",
  revoked: "revoked sessions accepted",
} as const;

export type FaultKind = keyof typeof FAULT_NAMES;

/** `history`: the last requests of the shopper. */
export type Fault = { kind: FaultKind; who: string; request: string; what: string; history: string[] };

export type Latency = { kind: string; count: number; p50: number; p95: number; p99: number; max: number };

/** After so many faults only the count goes on. */
const MAX_FAULTS = 50;

/** Everything that a load test has seen, in numbers. */
export class Stats {
  readonly faults: Fault[] = [];
  requests = 0;
  readonly #milliseconds = new Map<string, number[]>();
  readonly #errors = new Map<string, number>();
  readonly #events = new Map<string, number>();
  readonly #faults = new Map<FaultKind, number>();

  addResponse(kind: string, milliseconds: number): void {
    this.requests += 1;
    const all = this.#milliseconds.get(kind);
    if (all) all.push(milliseconds);
    else this.#milliseconds.set(kind, [milliseconds]);
  }

  /** Counts a failure, such as "503 (cart page)". */
  addError(what: string): void {
    increase(this.#errors, what);
  }

  /** Counts something that is reported for information, such as "orders placed". */
  addEvent(what: string): void {
    increase(this.#events, what);
  }

  addFault(fault: Fault): void {
    increase(this.#faults, fault.kind);
    if (this.faults.length < MAX_FAULTS) this.faults.push(fault);
  }

  get errorCount(): number {
    return sum(this.#errors);
  }

  get faultCount(): number {
    return sum(this.#faults);
  }

  /** By the words of the report, with the zeros. */
  get faultCounts(): Record<string, number> {
    const kinds = Object.keys(FAULT_NAMES) as FaultKind[];
    return Object.fromEntries(kinds.map((kind) => [FAULT_NAMES[kind], this.#faults.get(kind) ?? 0]));
  }

  get errors(): Record<string, number> {
    return Object.fromEntries(this.#errors);
  }

  get events(): Record<string, number> {
    return Object.fromEntries([...this.#events].toSorted(([a], [b]) => a.localeCompare(b)));
  }

  /** Milliseconds by kind of request, the most frequent first. */
  get latencies(): Latency[] {
    return [...this.#milliseconds]
      .map(([kind, all]) => describeLatency(kind, all))
      .toSorted((a, b) => b.count - a.count);
  }
}

function describeLatency(kind: string, all: number[]): Latency {
  const sorted = all.toSorted((a, b) => a - b);
  // The nearest rank: a time that was really measured.
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  return { kind, count: all.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sum(counts: Map<unknown, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
