import { expect, it } from "vitest";
import { COMMANDS } from "../commands.mjs";
import { parseParts } from "./bench";

it("measures everything, or what is named, in the order of the report", () => {
  expect(parseParts([])).toHaveLength(6);
  expect(parseParts(["lighthouse", "clicks"])).toEqual(["clicks", "lighthouse"]);
});

it("says which parts there are when it is asked for another", () => {
  expect(() => parseParts(["speed"])).toThrow('no part called "speed"');
  expect(COMMANDS.bench.usage).toContain(`Parts: ${parseParts([]).join(", ")}`);
});
