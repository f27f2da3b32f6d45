import type { Random } from "../crowd/random";

/** There is nothing that the step could be done with. */
export class Idle extends Error {}

/** @throws Idle when there is nothing to choose from */
export function pick<T>(random: Random, items: readonly T[]): T {
  if (items.length === 0) throw new Idle();
  return items[random.below(items.length)] as T;
}

/** Keeps a long day small. @throws Idle when there are as many as there may be */
export function requireRoom(items: readonly unknown[], most: number): void {
  if (items.length >= most) throw new Idle();
}
