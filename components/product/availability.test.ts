import { expect, test } from "vitest";
import {
  describeAvailability,
  describeOptionValue,
  listUnavailable,
} from "@/components/product/availability";
import type { Variant } from "@/lib/catalog/product";

const OPTIONS = [
  { title: "Colour", values: ["Moss", "Ink"] },
  { title: "Size", values: ["S", "L"] },
];

function makeVariant(colour: string, size: string, available: number | null): Variant {
  return {
    id: `${colour}-${size}`,
    title: `${colour} / ${size}`,
    options: { Colour: colour, Size: size },
    price: { amount: 10, currency: "usd" },
    originalPrice: null,
    pictureUrl: null,
    available,
  };
}

const HAT = {
  options: OPTIONS,
  variants: [makeVariant("Moss", "S", 3), makeVariant("Moss", "L", 0), makeVariant("Ink", "L", 40)],
};

test("what is still to be chosen is asked for by name", () => {
  expect(describeAvailability(HAT, {})).toEqual({ state: "unfinished", text: "Choose a colour and a size." });
  expect(describeAvailability(HAT, { Colour: "Moss" })).toEqual({
    state: "unfinished",
    text: "Choose a size.",
  });
});

test("stock is said exactly when there is little of it, and not otherwise", () => {
  expect(describeAvailability(HAT, { Colour: "Moss", Size: "S" }).text).toBe("Only 3 left.");
  expect(describeAvailability(HAT, { Colour: "Ink", Size: "L" }).state).toBe("available");
  const last = { options: OPTIONS, variants: [makeVariant("Moss", "S", 1)] };
  expect(describeAvailability(last, { Colour: "Moss", Size: "S" }).text).toBe("The last one: 1 left.");
});

test("stock that is not counted is never low, and never claimed", () => {
  const uncounted = { options: OPTIONS, variants: [makeVariant("Moss", "S", null)] };
  expect(describeAvailability(uncounted, { Colour: "Moss", Size: "S" })).toEqual({
    state: "available",
    text: "Available to order.",
  });
});

test("what can be ordered beyond the stock is in stock while there is any, and on backorder then", () => {
  const describe = (onHand: number) =>
    describeAvailability(
      { options: OPTIONS, variants: [{ ...makeVariant("Moss", "S", null), onHand }] },
      { Colour: "Moss", Size: "S" },
    );
  expect(describe(1)).toEqual({ state: "available", text: "In stock, ready to go." });
  expect(describe(0)).toMatchObject({ state: "backorder", text: expect.stringMatching(/^On backorder/) });
});

test("a combination that is sold out and one that is not made are told apart", () => {
  expect(describeAvailability(HAT, { Colour: "Moss", Size: "L" })).toEqual({
    state: "sold-out",
    text: "Moss, L is sold out.",
  });
  expect(describeAvailability(HAT, { Colour: "Ink", Size: "S" })).toEqual({
    state: "not-made",
    text: "Ink is not available in S. Please choose another combination.",
  });
  expect(describeOptionValue("not-made", { Colour: "Ink", Size: "L" }, "Size")).toBe("not available in Ink");
});

test("what is sold out altogether says so before anything is chosen", () => {
  const gone = { options: OPTIONS, variants: HAT.variants.map((variant) => ({ ...variant, available: 0 })) };
  expect(describeAvailability(gone, {})).toEqual({ state: "sold-out", text: "This is sold out." });
});

test("a value none of whose combinations is left is a dead end as soon as it is chosen", () => {
  const inkOnly = { options: OPTIONS, variants: [makeVariant("Moss", "S", 0), makeVariant("Ink", "S", 9)] };
  expect(describeAvailability(inkOnly, { Colour: "Moss" })).toEqual({
    state: "sold-out",
    text: "Moss is sold out.",
  });
});

test("every combination that cannot be had is listed with its reason, for pages without script", () => {
  expect(listUnavailable(HAT)).toEqual([
    { name: "Moss, L", reason: "sold out" },
    { name: "Ink, S", reason: "not available" },
  ]);
});
