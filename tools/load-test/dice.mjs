// @ts-check
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Chance that repeats itself: the same seed throws the same numbers. */
export class Dice {
  #generator;

  /** @param {number} seed an integer */
  constructor(seed) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** A whole number from 0 to below `count`. @param {number} count */
  below(count) {
    return uniformInt(this.#generator, 0, count - 1);
  }

  /**
   * @template T
   * @param {readonly T[]} choices at least one
   * @returns {T}
   */
  pick(choices) {
    return /** @type {T} */ (choices[this.below(choices.length)]);
  }

  /** A seed for dice of their own. */
  seed() {
    return this.below(2 ** 31);
  }
}
