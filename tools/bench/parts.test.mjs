// @ts-check
import { expect, it } from "vitest";
import { Failure } from "../stack/failure.mjs";
import { readParts } from "./parts.mjs";

it("measures everything, or what is named, in the order of the report", () => {
  expect(readParts([])).toHaveLength(5);
  expect(readParts(["lighthouse", "clicks"])).toEqual(["clicks", "lighthouse"]);
});

it("says which parts there are when it is asked for another", () => {
  expect(() => readParts(["speed"])).toThrow(Failure);
});
