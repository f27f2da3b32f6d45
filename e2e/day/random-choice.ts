import { Random } from "../support/random";

/** There is nothing that the step could be done with. */
export class NothingToDo extends Error {}

/** @throws NothingToDo when there is nothing to choose from */
export function pick<T>(random: Random, items: readonly T[]): T {
  if (items.length === 0) throw new NothingToDo();
  return items[random.below(items.length)] as T;
}

/** Keeps a long day small. @throws NothingToDo when there are as many as there may be */
export function requireCapacity(items: readonly unknown[], max: number): void {
  if (items.length >= max) throw new NothingToDo();
}

/** The generator's first numbers are much alike for seeds that are small or near to each other. */
const WARM_UP_DRAWS = 64;

/** As many seeds as are asked for, each of a sequence of its own, and the same for the same seed. */
export function splitSeed(seed: number, count: number): number[] {
  const random = new Random(seed);
  for (let draws = 0; draws < WARM_UP_DRAWS; draws += 1) random.below(2);
  return Array.from({ length: count }, () => random.below(2 ** 31));
}
