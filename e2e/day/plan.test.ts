import { expect, test } from "vitest";
import { CHANGES, planChanges, planVisits, type Step, VISITS } from "./plan";

function take<T>(steps: Generator<Step<T>>, count: number): Step<T>[] {
  return Array.from({ length: count }, () => steps.next().value as Step<T>);
}

test("The same seed gives the same steps, and another one others", () => {
  const [one, again, other] = [7, 7, 8].map((seed) => take(planChanges(seed), 50));
  expect(one).toEqual(again);
  expect(one).not.toEqual(other);
  expect(take(planVisits(7, 0), 50)).not.toEqual(take(planVisits(7, 1), 50));
});

test("Everything that can be done is done sooner or later", () => {
  const changes = take(planChanges(1), 2_000);
  const visits = take(planVisits(1, 0), 2_000);
  expect(new Set(changes.map(({ act }) => act)).size).toBe(CHANGES.length);
  expect(new Set(visits.map(({ act }) => act)).size).toBe(VISITS.length);
});
