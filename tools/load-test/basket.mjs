// @ts-check

/**
 * @typedef {import("./session-model.mjs").Span} Span
 * @typedef {Map<string, number>} Lines how many of what, by the name of the thing
 */

/** What must be in a cart, by what was done to it. */
export class Basket {
  /** @type {Lines} */
  #lines = new Map();
  #changes = 0;
  #changedAt = -Infinity;

  /** @returns {Readonly<Lines>} */
  get lines() {
    return this.#lines;
  }

  get isEmpty() {
    return this.#lines.size === 0;
  }

  /** A change is on its way: until it is settled, nobody can say what the cart holds. */
  begin() {
    this.#changes += 1;
  }

  /**
   * @param {number} at
   * @param {Lines} [lines] what the cart holds from now on; left out when the change was refused
   */
  settle(at, lines = this.#lines) {
    this.#changes -= 1;
    this.#changedAt = at;
    this.#lines = new Map([...lines].filter(([, quantity]) => quantity > 0));
  }

  /** Whether an answer to this request may show other things, because they were changing. @param {Span} span */
  isCertain({ sentAt }) {
    return this.#changes === 0 && this.#changedAt <= sentAt;
  }
}

/**
 * These lines with so many more of one.
 * @param {Lines} lines
 * @param {Iterable<[string, number]>} more
 * @returns {Lines}
 */
export function withMore(lines, more) {
  const sum = new Map(lines);
  for (const [name, quantity] of more) sum.set(name, (sum.get(name) ?? 0) + quantity);
  return sum;
}

/** "2 × a, 1 × b", the same for the same lines. @param {Lines} lines */
export function describeLines(lines) {
  const texts = [...lines].map(([name, quantity]) => `${quantity} × ${name}`);
  return texts.toSorted().join(", ") || "nothing";
}
