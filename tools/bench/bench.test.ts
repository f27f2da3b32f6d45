import { expect, it } from "vitest";
import { UserError } from "../stack/user-error";
import { parseParts } from "./bench";

it("measures everything, or what is named, in the order of the report", () => {
  expect(parseParts([])).toHaveLength(6);
  expect(parseParts(["lighthouse", "clicks"])).toEqual(["clicks", "lighthouse"]);
});

it("says which parts there are when it is asked for another", () => {
  expect(() => parseParts(["speed"])).toThrow(UserError);
});
