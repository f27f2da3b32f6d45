import { expect, test } from "vitest";
import { parseDay } from "./e2e-day";

test("A day lasts five minutes and has another seed each time, unless they are given", () => {
  const [one, other] = [parseDay([]), parseDay([])];
  expect(one).toMatchObject({ seconds: 300, changes: undefined });
  expect(one.seed).not.toBe(other.seed);
  expect(parseDay(["--minutes", "2", "--seed", "42", "--changes", "1000"])).toEqual({
    seconds: 120,
    changes: 1_000,
    seed: 42,
  });
});

test.each([
  ["--minutes", "0"],
  ["--minutes", "1.5"],
  ["--seed", "-1"],
  ["--changes", "many"],
  ["--shops", "2"],
])("%s %s is refused", (...args) => {
  expect(() => parseDay(args)).toThrow(/minutes|seed|changes|shops/u);
});
