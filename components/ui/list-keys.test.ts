import { expect, test } from "vitest";
import { listKeys } from "./list-keys";

test("keys of equal lines differ", () => {
  expect(listKeys(["Luxembourg", "Route 1", "Luxembourg", "Luxembourg"])).toEqual([
    "Luxembourg",
    "Route 1",
    "Luxembourg 2",
    "Luxembourg 3",
  ]);
});
