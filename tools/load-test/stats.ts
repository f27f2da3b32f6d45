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

type Latency = { requests: number; p50: number; p95: number; p99: number; max: number };

type Counts = Record<string, number>;

/** After so many faults only the count goes on. */
const MAX_FAULTS = 50;

/** Everything that a load test has seen, in numbers. */
export class Stats {
  readonly faults: Fault[] = [];
  /** Failures, such as "503 (/us/cart)". */
  readonly errors: Counts = {};
  /** Counts for information, such as "orders placed". */
  readonly events: Counts = {};
  /** By the words of the report. */
  readonly faultCounts: Counts = Object.fromEntries(Object.values(FAULT_NAMES).map((name) => [name, 0]));
  readonly #milliseconds: Record<string, number[]> = {};

  addResponse(kind: string, milliseconds: number): void {
    (this.#milliseconds[kind] ??= []).push(milliseconds);
  }

  addError(what: string): void {
    increase(this.errors, what);
  }

  addEvent(what: string): void {
    increase(this.events, what);
  }

  addFault(fault: Fault): void {
    increase(this.faultCounts, FAULT_NAMES[fault.kind]);
    if (this.faults.length < MAX_FAULTS) this.faults.push(fault);
  }

  get requests(): number {
    return Object.values(this.#milliseconds).reduce((total, { length }) => total + length, 0);
  }

  /** Whether something was requested, and nothing found or failed. */
  get isClean(): boolean {
    return sum(this.faultCounts) + sum(this.errors) === 0 && this.requests > 0;
  }

  /** Milliseconds by kind of request, the most frequent first. */
  get latencies(): Record<string, Latency> {
    const all = Object.entries(this.#milliseconds).toSorted(([, a], [, b]) => b.length - a.length);
    return Object.fromEntries(all.map(([kind, milliseconds]) => [kind, describeLatency(milliseconds)]));
  }

  /** The line of progress. */
  describeProgress(milliseconds: number): string {
    const seconds = Math.max(1, Math.round(milliseconds / 1_000));
    const rate = Math.round(this.requests / seconds);
    const orders = this.events["orders placed"] ?? 0;
    const found = `${sum(this.faultCounts)} faults, ${sum(this.errors)} errors`;
    return `  ${seconds} s: ${this.requests} requests, ${rate} a second, ${orders} orders, ${found}`;
  }
}

function describeLatency(milliseconds: number[]): Latency {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  // The nearest rank: a time that was really measured.
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  return { requests: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

function increase(counts: Counts, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

function sum(counts: Counts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
