import { Random } from "../support/random";

/** The step has nothing to work on. */
export class NothingToDo extends Error {}

/** @throws NothingToDo for an empty list */
export function pick<T>(random: Random, items: readonly T[]): T {
  if (items.length === 0) throw new NothingToDo();
  return random.pick(items);
}

/**
 * Limits the number of entities of a long day.
 * @throws NothingToDo when `max` is reached
 */
export function requireCapacity(items: readonly unknown[], max: number): void {
  if (items.length >= max) throw new NothingToDo();
}

/** Derives independent seeds from one. */
export function splitSeed(seed: number, count: number): number[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => random.seed());
}
