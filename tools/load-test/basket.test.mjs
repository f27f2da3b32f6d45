// @ts-check
import { expect, it } from "vitest";
import { Basket, describeLines, withMore } from "./basket.mjs";

/** @param {number} sentAt */
const asked = (sentAt) => ({ sentAt, answeredAt: sentAt + 10 });

it("A basket holds what it was settled with, without what there is none of", () => {
  const basket = new Basket();
  expect(basket.isEmpty).toBe(true);
  basket.begin();
  basket.settle(
    5,
    new Map([
      ["hat", 2],
      ["scarf", 0],
    ]),
  );
  expect(describeLines(basket.lines)).toBe("2 × hat");
  basket.begin();
  basket.settle(6);
  expect(describeLines(basket.lines)).toBe("2 × hat");
});

it("While it changes, and for what was asked before it had, nobody can say what an answer must show", () => {
  const basket = new Basket();
  basket.begin();
  expect(basket.isCertain(asked(1))).toBe(false);
  basket.begin();
  basket.settle(5);
  expect(basket.isCertain(asked(6))).toBe(false);
  basket.settle(7);
  expect(basket.isCertain(asked(6))).toBe(false);
  expect(basket.isCertain(asked(7))).toBe(true);
});

it("Lines add up, and read the same in any order", () => {
  const lines = withMore(
    new Map([
      ["hat", 1],
      ["scarf", 1],
    ]),
    [
      ["hat", 2],
      ["glove", 1],
    ],
  );
  expect(describeLines(lines)).toBe("1 × glove, 1 × scarf, 3 × hat");
  expect(describeLines(new Map())).toBe("nothing");
});
