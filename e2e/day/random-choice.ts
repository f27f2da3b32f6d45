import { Random } from "../support/random";

/** The step has nothing to work on. */
export class NothingToDo extends Error {}

/** @throws NothingToDo for an empty list */
export function pick<T>(random: Random, items: readonly T[]): T {
  if (items.length === 0) throw new NothingToDo();
  return items[random.below(items.length)] as T;
}

/**
 * Limits the number of entities of a long day.
 * @throws NothingToDo when `max` is reached
 */
export function requireCapacity(items: readonly unknown[], max: number): void {
  if (items.length >= max) throw new NothingToDo();
}

/** The generator's first numbers are similar for small and for neighbouring seeds. */
const WARM_UP_DRAWS = 64;

/** Derives independent seeds from one. */
export function splitSeed(seed: number, count: number): number[] {
  const random = new Random(seed);
  for (let draws = 0; draws < WARM_UP_DRAWS; draws += 1) random.below(2);
  return Array.from({ length: count }, () => random.below(2 ** 31));
}
