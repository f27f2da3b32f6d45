import { describe, expect, it } from "vitest";
import { CartModel } from "./cart";
import { findFaults, parseShopperState, type Expected, type Observation } from "./observation";

function cartOf(lines: Record<string, number>) {
  const cart = new CartModel();
  cart.beginChange()(0, new Map(Object.entries(lines)));
  return cart;
}

const ida = {
  names: new Set(["Ida", "ida@x.test"]),
  cart: cartOf({ hat: 2 }),
  orders: new Set(["order_1"]),
};
const guest = { cart: cartOf({ scarf: 1 }) };
const timing = { sentAt: 10, answeredAt: 20 };

const find = (observation: Observation, expected?: Partial<Expected>) =>
  findFaults(observation, { identity: "customer", account: ida, guest, timing, ...expected }).map(
    ({ kind }) => kind,
  );

describe("who is shown", () => {
  it.each(["Ida", "ida@x.test"])("may be the owner, as %s", (shown) => {
    expect(find({ customer: shown })).toEqual([]);
    expect(find({ customer: shown }, { identity: "either" })).toEqual([]);
  });

  it("is a sign-out that nobody asked for, when the owner is taken for nobody", () => {
    expect(find({ customer: null })).toEqual(["sign-out"]);
    expect(
      findFaults(
        { customer: null, endReason: "replayed" },
        { identity: "customer", account: ida, guest, timing },
      ),
    ).toEqual([{ kind: "sign-out", what: "shows a guest (replayed)" }]);
    for (const identity of ["either", "guest"] as const)
      expect(find({ customer: null }, { identity })).toEqual([]);
  });

  it("is a revoked session accepted, when the session is over", () => {
    expect(find({ customer: "Ida" }, { identity: "guest" })).toEqual(["revoked"]);
    expect(find({ isAccountPage: true }, { identity: "guest" })).toEqual(["revoked"]);
    expect(find({ isAccountPage: true })).toEqual([]);
  });

  it("is foreign, when it is anybody else", () => {
    for (const identity of ["customer", "either", "guest"] as const)
      expect(find({ customer: "Eve" }, { identity })).toEqual(["canary"]);
    expect(find({ customer: "Ida" }, { account: null, identity: "guest" })).toEqual(["canary"]);
  });

  it("is no matter, where an answer does not say it", () => {
    expect(find({})).toEqual([]);
  });
});

describe("a cart", () => {
  const [hats, scarf] = [new Map([["hat", 2]]), new Map([["scarf", 1]])];

  it("must be the owner's for who is signed in, and the browser's own for who is not", () => {
    expect(find({ customer: "Ida", lines: hats })).toEqual([]);
    expect(find({ lines: hats })).toEqual([]);
    expect(find({ lines: scarf }, { identity: "guest" })).toEqual([]);
    expect(find({ customer: null, lines: scarf }, { identity: "either" })).toEqual([]);
  });

  it("is wrong with other lines, with another quantity, and when it is the other one", () => {
    expect(find({ lines: scarf })).toEqual(["cart"]);
    expect(find({ lines: new Map() })).toEqual(["cart"]);
    expect(find({ lines: new Map([["hat", 1]]) })).toEqual(["cart"]);
    expect(find({ lines: hats }, { identity: "guest" })).toEqual(["cart"]);
    expect(find({ customer: "Ida", lines: scarf }, { identity: "either" })).toEqual(["cart"]);
  });

  it("is not judged while it changes, or when it is not known whose it is", () => {
    const changing = { ...ida, cart: cartOf({}) };
    changing.cart.beginChange();
    expect(find({ lines: hats }, { account: changing })).toEqual([]);
    expect(find({ lines: hats }, { identity: "either" })).toEqual([]);
  });
});

it("An order that is listed must be the shopper's", () => {
  expect(find({ orders: ["order_1"] })).toEqual([]);
  expect(find({ orders: ["order_1", "order_2"] })).toEqual(["order"]);
});

it("is in the route's own words who is here, with what, and why no more", () => {
  const line = { handle: "beanie", variant: "Oat", quantity: 2, id: "cali_1" };
  expect(
    parseShopperState(JSON.stringify({ customer: { firstName: "Ida", tag: "t" }, cart: { lines: [line] } })),
  ).toEqual({
    customer: "Ida",
    lines: new Map([["beanie (Oat)", 2]]),
  });
  expect(parseShopperState('{"customer":null,"cart":null,"ended":"signed-out-elsewhere"}')).toEqual({
    customer: null,
    lines: new Map(),
    endReason: "signed-out-elsewhere",
  });
});
