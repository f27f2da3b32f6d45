import { expect, it } from "vitest";
import { MUTANTS } from "./mutant";
import { parseNames } from "./test-mutants";

it("tries all, or those that are named", () => {
  expect(parseNames([])).toHaveLength(MUTANTS.length);
  expect(parseNames(["--only", "sessions-in-map, token-in-module"])).toEqual([
    "sessions-in-map",
    "token-in-module",
  ]);
});

it("refuses what is no mutant, and no option", () => {
  expect(() => parseNames(["--only", "nobody"])).toThrow('There is no mutant "nobody".');
  expect(() => parseNames(["--all"])).toThrow("--all");
});
