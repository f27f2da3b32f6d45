import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** The generator's first numbers are similar for small and for neighbouring seeds. */
const WARM_UP_DRAWS = 64;

/** Pseudo-random choices, determined by a seed. */
export class Random {
  readonly #generator;

  /** @param seed an integer */
  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
    for (let draws = 0; draws < WARM_UP_DRAWS; draws += 1) this.#generator.next();
  }

  /** @returns an integer from 0 up to, but excluding, `limit` */
  below(limit: number): number {
    return uniformInt(this.#generator, 0, limit - 1);
  }

  /** @param items of which there must be at least one */
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  shuffle<T>(items: readonly T[]): T[] {
    const left = [...items];
    return items.flatMap(() => left.splice(this.below(left.length), 1));
  }

  /** @returns a seed for another `Random` */
  seed(): number {
    return this.below(2 ** 31);
  }
}
