// @ts-check
import { expect, it } from "vitest";
import { MUTANTS } from "./catalogue.mjs";
import { readOptions } from "./options.mjs";

it("tries all, or those that are named", () => {
  expect(readOptions([]).names).toHaveLength(MUTANTS.length);
  expect(readOptions(["--only", "sessions-in-map, token-in-module"]).names).toEqual([
    "sessions-in-map",
    "token-in-module",
  ]);
});

it("refuses what is no mutant, and no option", () => {
  expect(() => readOptions(["--only", "nobody"])).toThrow('There is no mutant "nobody".');
  expect(() => readOptions(["--all"])).toThrow("--all");
});
