import { expect, test } from "vitest";
import { findNamesWithWords } from "./name-match";

const LISTS = ["Hats", "Scarves & wraps", "The attendant’s shelf", "Éclairs"].map((name) => ({ name }));
const find = (text: string) => findNamesWithWords(LISTS, text).map(({ name }) => name);

test.each([
  ["ha", ["Hats"]],
  ["HATS", ["Hats"]],
  ["wrap scar", ["Scarves & wraps"]],
  ["shelf", ["The attendant’s shelf"]],
  ["ecl", ["Éclairs"]],
  ["ats", []],
  ["hats wraps", []],
  ["&", []],
  ["", []],
])("%j finds %j", (text, names) => {
  expect(find(text)).toEqual(names);
});
