import type { RequestTiming } from "./session-model";

/** Quantities by the name of the item. */
export type CartLines = Map<string, number>;

/** The expected contents of a cart, from the changes that were made to it. */
export class ExpectedCart {
  #lines: CartLines = new Map();
  #pendingChanges = 0;
  #changedAt = -Infinity;

  get lines(): Readonly<CartLines> {
    return this.#lines;
  }

  get isEmpty(): boolean {
    return this.#lines.size === 0;
  }

  /** A change is sent: until it is settled, the cart's lines are not known. */
  beginChange(): void {
    this.#pendingChanges += 1;
  }

  /** A change is answered. Without `lines` it was refused, and the lines stay. */
  settleChange(at: number, lines: CartLines = this.#lines): void {
    this.#pendingChanges -= 1;
    this.#changedAt = at;
    this.#lines = new Map([...lines].filter(([, quantity]) => quantity > 0));
  }

  /** Whether the lines have not changed since the request was sent, so that its response must show them. */
  isKnownFor({ sentAt }: RequestTiming): boolean {
    return this.#pendingChanges === 0 && this.#changedAt <= sentAt;
  }
}

/** The sum of both. */
export function addLines(lines: CartLines, more: Iterable<[string, number]>): CartLines {
  const sum = new Map(lines);
  for (const [name, quantity] of more) sum.set(name, (sum.get(name) ?? 0) + quantity);
  return sum;
}

/** "2 × a, 1 × b", the same for the same lines in any order. */
export function describeLines(lines: CartLines): string {
  const texts = [...lines].map(([name, quantity]) => `${quantity} × ${name}`);
  return texts.toSorted().join(", ") || "nothing";
}
