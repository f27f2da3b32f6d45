import { describe, expect, test } from "vitest";
import { findVariant, getOptionValueState, type Variant } from "@/lib/catalog/product";

function variant(options: Record<string, string>, available: number | null): Variant {
  const price = { amount: 10, currency: "usd" };
  const id = Object.values(options).join("-");
  return { id, title: "", options, price, originalPrice: null, available, pictureUrl: null };
}

const VARIANTS = [
  variant({ Colour: "Oat", Size: "S" }, 5),
  variant({ Colour: "Oat", Size: "L" }, 0),
  variant({ Colour: "Ink", Size: "S" }, null),
];

describe("the state of an option's value", () => {
  test.each([
    [{ Colour: "Oat" }, ["Size", "S"], "available"],
    [{ Colour: "Oat" }, ["Size", "L"], "sold-out"],
    [{ Colour: "Ink" }, ["Size", "L"], "not-made"],
    [{}, ["Colour", "Ink"], "available"],
    [{}, ["Colour", "Moss"], "not-made"],
    [{ Colour: "Oat", Size: "S" }, ["Colour", "Ink"], "available"],
  ] as const)("with %o chosen, %o is %s", (chosen, value, state) => {
    expect(getOptionValueState(VARIANTS, chosen, [...value])).toBe(state);
  });

  test("a value whose every variant is sold out is sold out before anything else is chosen", () => {
    expect(getOptionValueState([variant({ Colour: "Oat", Size: "L" }, 0)], {}, ["Colour", "Oat"])).toBe(
      "sold-out",
    );
  });
});

describe("finding a variant", () => {
  test("every option must be chosen", () => {
    expect(findVariant(VARIANTS, { Colour: "Oat" })).toBeUndefined();
    expect(findVariant(VARIANTS, { Colour: "Oat", Size: "L" })?.id).toBe("Oat-L");
  });

  test("fields that are no option of the product do not matter", () => {
    expect(findVariant(VARIANTS, { Colour: "Ink", Size: "S", Engraving: "A" })?.id).toBe("Ink-S");
  });
});
