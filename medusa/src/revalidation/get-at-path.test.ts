import { expect, it } from "vitest";
import { getAtPath } from "./get-at-path";

it("follows records and lists to the end of the path", () => {
  const prices = [
    { price_set: { variant: { product: { id: "1" } } } },
    { price_set: { variant: null } },
    { price_set: undefined },
  ];
  expect(getAtPath(prices, ["price_set", "variant", "product"])).toEqual([{ id: "1" }]);
  const levels = [{ item: { variants: [{ product: { id: "1" } }, { product: { id: "2" } }] } }];
  expect(getAtPath(levels, ["item", "variants", "product"])).toEqual([{ id: "1" }, { id: "2" }]);
});

it("returns the value itself for an empty path", () => {
  expect(getAtPath([{ id: "1" }], [])).toEqual([{ id: "1" }]);
});
