import { expect, test } from "vitest";
import { splitSeed } from "./random-choice";
import { CHANGES, planChanges, planVisits, type Step, VISITS } from "./plan";

function take<T>(steps: Generator<Step<T>>, count: number): Step<T>[] {
  return Array.from({ length: count }, () => steps.next().value as Step<T>);
}

test("The same seed gives the same steps, and another one others", () => {
  const [one, again, other] = [7, 7, 8].map((seed) => take(planChanges(seed), 50));
  expect(one).toEqual(again);
  expect(one).not.toEqual(other);
});

test("Everything that can be done is done sooner or later", () => {
  const changes = take(planChanges(1), 2_000);
  const visits = take(planVisits(1), 2_000);
  expect(new Set(changes.map(({ perform }) => perform)).size).toBe(CHANGES.length);
  expect(new Set(visits.map(({ perform }) => perform)).size).toBe(VISITS.length);
});

test("Seeds that are near to each other give sequences that are not", () => {
  const seeds = [0, 1, 2, 3].flatMap((seed) => splitSeed(seed, 4));
  expect(new Set(seeds).size).toBe(16);
  const first = seeds.map((seed) => take(planVisits(seed), 5).map(({ perform }) => perform.name));
  expect(new Set(first.map(String)).size).toBeGreaterThan(12);
  expect(splitSeed(3, 4)).toEqual(seeds.slice(-4));
});
