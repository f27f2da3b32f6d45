import { expect, test } from "vitest";
import { describeProducts } from "./order-texts";

test.each([
  ["Scarf", [["Scarf", 1]]],
  ["2 × Scarf", [["Scarf", 2]]],
  [
    "Scarf and 3 × Cap",
    [
      ["Scarf", 1],
      ["Cap", 3],
    ],
  ],
  [
    "Scarf, Cap and 2 more",
    [
      ["Scarf", 1],
      ["Cap", 1],
      ["Glove", 2],
    ],
  ],
  ["", []],
] as [string, [string, number][]][])("%s", (text, products) => {
  expect(describeProducts(products.map(([title, quantity]) => ({ title, quantity })))).toBe(text);
});
