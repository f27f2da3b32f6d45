import { expect, test } from "vitest";
import { compareSizes } from "@/lib/catalog/sizes";

test("sizes are in the order of size, numbers by value, other values by the alphabet", () => {
  const given = ["XL", "59", "One size", "M/L", "S", "L", "Long", "55", "M", "S/M"];
  expect(given.toSorted(compareSizes)).toEqual([
    "S",
    "S/M",
    "M",
    "M/L",
    "L",
    "XL",
    "55",
    "59",
    "Long",
    "One size",
  ]);
});
