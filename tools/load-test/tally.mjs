// @ts-check

/**
 * @typedef {"marker" | "cart" | "order" | "sign-out" | "revoked"} FaultKind
 * @typedef {{ kind: FaultKind, who: string, request: string, what: string, trail: string[] }} Fault
 * @typedef {{ kind: string, count: number, p50: number, p95: number, p99: number, max: number }} Latency
 */

/** What the hunt is for, with the words of the report. */
const FAULT_NAMES = /** @type {const} */ ({
  marker: "foreign markers",
  cart: "wrong carts",
  order: "wrong orders",
  "sign-out": "sign-outs not asked for",
  revoked: "revoked sessions accepted",
});

/** Each has its own evidence; after these only the count goes on. */
const KEPT_FAULTS = 50;

/** Everything that a hunt has seen, in numbers. */
export class Tally {
  /** @type {Map<string, number[]>} */
  #milliseconds = new Map();
  /** @type {Map<string, number>} */
  #errors = new Map();
  /** @type {Map<string, number>} */
  #events = new Map();
  /** @type {Map<FaultKind, number>} */
  #faults = new Map();
  /** @type {Fault[]} */
  faults = [];
  requests = 0;

  /** @param {string} kind @param {number} milliseconds */
  addAnswer(kind, milliseconds) {
    this.requests += 1;
    const all = this.#milliseconds.get(kind);
    if (all) all.push(milliseconds);
    else this.#milliseconds.set(kind, [milliseconds]);
  }

  /** Something failed. @param {string} what such as "503 on shopper" */
  addError(what) {
    increase(this.#errors, what);
  }

  /** Something happened that is told for information. @param {string} what such as "orders placed" */
  addEvent(what) {
    increase(this.#events, what);
  }

  /** @param {Fault} fault */
  addFault(fault) {
    increase(this.#faults, fault.kind);
    if (this.faults.length < KEPT_FAULTS) this.faults.push(fault);
  }

  get errorCount() {
    return sum(this.#errors);
  }

  get faultCount() {
    return sum(this.#faults);
  }

  /** @returns {Record<string, number>} by the words of the report, with the zeros */
  get faultCounts() {
    const kinds = /** @type {FaultKind[]} */ (Object.keys(FAULT_NAMES));
    return Object.fromEntries(kinds.map((kind) => [FAULT_NAMES[kind], this.#faults.get(kind) ?? 0]));
  }

  /** @returns {Record<string, number>} */
  get errors() {
    return Object.fromEntries(this.#errors);
  }

  /** @returns {Record<string, number>} */
  get events() {
    return Object.fromEntries([...this.#events].toSorted(([a], [b]) => a.localeCompare(b)));
  }

  /** Milliseconds by kind of request, the most frequent first. @returns {Latency[]} */
  get latencies() {
    return [...this.#milliseconds]
      .map(([kind, all]) => describe(kind, all))
      .toSorted((a, b) => b.count - a.count);
  }
}

/**
 * @param {string} kind
 * @param {number[]} all
 * @returns {Latency}
 */
function describe(kind, all) {
  const sorted = all.toSorted((a, b) => a - b);
  // The nearest rank: a time that was really measured.
  const at = (/** @type {number} */ share) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  return { kind, count: all.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/**
 * @template K
 * @param {Map<K, number>} counts
 * @param {K} key
 */
function increase(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** @param {Map<unknown, number>} counts */
function sum(counts) {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
