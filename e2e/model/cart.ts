import type { RequestTiming } from "./session";

/** Quantities by the name of the item. */
export type CartLines = ReadonlyMap<string, number>;

/** Medusa's title of a variant where there was nothing to choose; the shop leaves it out. */
const NO_CHOICE = /^(?:one size|default(?: variant| option value| title)?)$/iu;

/** The name of an item, the same for Medusa's spelling of a variant ("A4 / Oak") and the shop's ("A4, Oak"). */
export function itemName(handle: string, variant: string): string {
  const values = variant.split(/ \/ |, /u).filter((value) => value && !NO_CHOICE.test(value));
  return `${handle} (${values.join(", ")})`;
}

/** The lines of a cart or order, as the shop or Medusa lists them. */
export function linesOf(items: readonly { handle: string; variant: string; quantity: number }[]): CartLines {
  return new Map(items.map(({ handle, variant, quantity }) => [itemName(handle, variant), quantity]));
}

/** What a cart must hold, by the changes that were made to it. */
export class CartModel {
  #lines: CartLines = new Map();
  #pendingChanges = 0;
  #changedAt = -Infinity;

  get lines(): CartLines {
    return this.#lines;
  }

  get isEmpty(): boolean {
    return this.#lines.size === 0;
  }

  /**
   * A change is sent: until it is settled, the lines are not known.
   * @returns settles the change when it is answered; without `lines` it was refused, and the lines stay
   */
  beginChange(): (at: number, lines?: CartLines) => void {
    this.#pendingChanges += 1;
    return (at, lines = this.#lines) => {
      this.#pendingChanges -= 1;
      this.#changedAt = at;
      this.#lines = new Map([...lines].filter(([, quantity]) => quantity > 0));
    };
  }

  /** Whether the lines have not changed since the request was sent, so that its response must show them. */
  isKnownFor({ sentAt }: RequestTiming): boolean {
    return this.#pendingChanges === 0 && this.#changedAt <= sentAt;
  }
}

/** The sum of both. */
export function addLines(lines: CartLines, more: Iterable<readonly [string, number]>): CartLines {
  const sum = new Map(lines);
  for (const [name, quantity] of more) sum.set(name, (sum.get(name) ?? 0) + quantity);
  return sum;
}

/** "2 × a, 1 × b", the same for the same lines in any order. */
export function describeLines(lines: CartLines): string {
  const texts = [...lines].map(([name, quantity]) => `${quantity} × ${name}`);
  return texts.toSorted().join(", ") || "nothing";
}
