// @ts-check
import { describe, expect, it } from "vitest";
import { Basket } from "./basket.mjs";
import { judge } from "./judge.mjs";

/** @typedef {import("./judge.mjs").Expected} Expected */
/** @typedef {import("./sight.mjs").Sight} Sight */

/** @param {Record<string, number>} lines */
function basketOf(lines) {
  const basket = new Basket();
  basket.begin();
  basket.settle(0, new Map(Object.entries(lines)));
  return basket;
}

const ida = {
  names: new Set(["Ida", "ida@x.test"]),
  basket: basketOf({ hat: 2 }),
  orders: new Set(["order_1"]),
};
const guest = { basket: basketOf({ scarf: 1 }) };
const span = { sentAt: 10, answeredAt: 20 };

/** @param {Sight} sight @param {Partial<Expected>} [expected] */
const find = (sight, expected) =>
  judge(sight, { viewer: "owner", owner: ida, guest, span, ...expected }).map(({ kind }) => kind);

describe("who is shown", () => {
  it.each(["Ida", "ida@x.test"])("may be the owner, as %s", (shown) => {
    expect(find({ shown })).toEqual([]);
    expect(find({ shown }, { viewer: "either" })).toEqual([]);
  });

  it("is a sign-out that nobody asked for, when the owner is taken for nobody", () => {
    expect(find({ shown: null })).toEqual(["sign-out"]);
    expect(judge({ shown: null, ended: "replayed" }, { viewer: "owner", owner: ida, guest, span })).toEqual([
      { kind: "sign-out", what: "takes its owner for nobody (replayed)" },
    ]);
    for (const viewer of /** @type {const} */ (["either", "nobody"]))
      expect(find({ shown: null }, { viewer })).toEqual([]);
  });

  it("is a revoked session accepted, when the session is over", () => {
    expect(find({ shown: "Ida" }, { viewer: "nobody" })).toEqual(["revoked"]);
    expect(find({ isInside: true }, { viewer: "nobody" })).toEqual(["revoked"]);
    expect(find({ isInside: true })).toEqual([]);
  });

  it("is foreign, when it is anybody else", () => {
    for (const viewer of /** @type {const} */ (["owner", "either", "nobody"]))
      expect(find({ shown: "Eve" }, { viewer })).toEqual(["marker"]);
    expect(find({ shown: "Ida" }, { owner: null, viewer: "nobody" })).toEqual(["marker"]);
  });

  it("is no matter, where an answer does not say it", () => {
    expect(find({})).toEqual([]);
  });
});

describe("a cart", () => {
  const [hats, scarf] = [new Map([["hat", 2]]), new Map([["scarf", 1]])];

  it("must be the owner's for who is signed in, and the browser's own for who is not", () => {
    expect(find({ shown: "Ida", lines: hats })).toEqual([]);
    expect(find({ lines: hats })).toEqual([]);
    expect(find({ lines: scarf }, { viewer: "nobody" })).toEqual([]);
    expect(find({ shown: null, lines: scarf }, { viewer: "either" })).toEqual([]);
  });

  it("is wrong with other lines, with another quantity, and when it is the other one", () => {
    expect(find({ lines: scarf })).toEqual(["cart"]);
    expect(find({ lines: new Map() })).toEqual(["cart"]);
    expect(find({ lines: new Map([["hat", 1]]) })).toEqual(["cart"]);
    expect(find({ lines: hats }, { viewer: "nobody" })).toEqual(["cart"]);
    expect(find({ shown: "Ida", lines: scarf }, { viewer: "either" })).toEqual(["cart"]);
  });

  it("is not judged while it changes, or when it is not known whose it is", () => {
    const changing = { ...ida, basket: basketOf({}) };
    changing.basket.begin();
    expect(find({ lines: hats }, { owner: changing })).toEqual([]);
    expect(find({ lines: hats }, { viewer: "either" })).toEqual([]);
  });
});

it("An order that is listed must be the shopper's", () => {
  expect(find({ orders: ["order_1"] })).toEqual([]);
  expect(find({ orders: ["order_1", "order_2"] })).toEqual(["order"]);
});
