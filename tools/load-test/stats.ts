import type { FaultKind, Finding } from "../../e2e/model/observation";

/** The faults that the load test looks for, with the words of the report. */
const FAULT_NAMES: Record<FaultKind, string> = {
  canary: "foreign canaries",
  cart: "wrong carts",
  order: "wrong orders",
  "sign-out": "sign-outs not asked for",
  revoked: "revoked sessions accepted",
};

/** `history`: the last requests of the shopper. */
export type Fault = Finding & { who: string; request: string; history: string[] };

export type Latency = { kind: string; count: number; p50: number; p95: number; p99: number; max: number };

/** After so many faults only the count goes on. */
const MAX_FAULTS = 50;

type Counts<K extends string = string> = Partial<Record<K, number>>;

/** Everything that a load test has seen, in numbers. */
export class Stats {
  requests = 0;
  readonly faults: Fault[] = [];
  /** Failures, such as "503 (cart page)". */
  readonly errors: Counts = {};
  /** Counts for information, such as "orders placed". */
  readonly events: Counts = {};
  readonly #milliseconds: Record<string, number[]> = {};
  readonly #faultCounts: Counts<FaultKind> = {};

  addResponse(kind: string, milliseconds: number): void {
    this.requests += 1;
    (this.#milliseconds[kind] ??= []).push(milliseconds);
  }

  addError(what: string): void {
    increase(this.errors, what);
  }

  addEvent(what: string): void {
    increase(this.events, what);
  }

  addFault(fault: Fault): void {
    increase(this.#faultCounts, fault.kind);
    if (this.faults.length < MAX_FAULTS) this.faults.push(fault);
  }

  get errorCount(): number {
    return sum(this.errors);
  }

  get faultCount(): number {
    return sum(this.#faultCounts);
  }

  /** By the words of the report, with the zeros. */
  get faultCounts(): Record<string, number> {
    const kinds = Object.entries(FAULT_NAMES) as [FaultKind, string][];
    return Object.fromEntries(kinds.map(([kind, name]) => [name, this.#faultCounts[kind] ?? 0]));
  }

  /** Milliseconds by kind of request, the most frequent first. */
  get latencies(): Latency[] {
    return Object.entries(this.#milliseconds)
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

function increase<K extends string>(counts: Counts<K>, key: K): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

function sum(counts: Counts): number {
  return Object.values(counts).reduce<number>((total, count = 0) => total + count, 0);
}
