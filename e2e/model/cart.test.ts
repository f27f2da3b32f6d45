import { expect, it } from "vitest";
import { addLines, CartModel, describeLines, itemName } from "./cart";

const asked = (sentAt: number) => ({ sentAt, answeredAt: sentAt + 10 });

it("A cart holds what it was settled with, without what there is none of", () => {
  const cart = new CartModel();
  expect(cart.isEmpty).toBe(true);
  cart.beginChange()(
    5,
    new Map([
      ["hat", 2],
      ["scarf", 0],
    ]),
  );
  expect(describeLines(cart.lines)).toBe("2 × hat");
  cart.beginChange()(6);
  expect(describeLines(cart.lines)).toBe("2 × hat");
});

it("While it changes, and for what was asked before it had, nobody can say what an answer must show", () => {
  const cart = new CartModel();
  const settleFirst = cart.beginChange();
  expect(cart.isKnownFor(asked(1))).toBe(false);
  cart.beginChange()(5);
  expect(cart.isKnownFor(asked(6))).toBe(false);
  settleFirst(7);
  expect(cart.isKnownFor(asked(6))).toBe(false);
  expect(cart.isKnownFor(asked(7))).toBe(true);
});

it("Lines add up, and read the same in any order", () => {
  const lines = addLines(
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

it.each([
  ["A4 / Oak", "A4, Oak"],
  ["Ink / One size", "Ink"],
  ["Default variant", ""],
])("a variant that Medusa calls %s is the one that the shop shows as %s", (stored, shown) => {
  expect(itemName("frame", stored)).toBe(itemName("frame", shown));
});
