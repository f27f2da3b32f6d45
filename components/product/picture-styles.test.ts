import { expect, test } from "vitest";
import { getInitialValue, getPictureKey, getPictureStyles } from "@/components/product/picture-styles";
import type { Variant } from "@/lib/catalog/product";

const variant = (value: string): Variant => ({
  id: value,
  title: value,
  options: { Colour: value },
  price: { amount: 1, currency: "usd" },
  originalPrice: null,
  available: 1,
  pictureUrl: null,
});
const picture = (...values: string[]) => ({ url: "a.webp", alt: "", values });
const pictured = (...values: string[]) => ({
  pictures: values.map((value) => picture(value)),
  pictureOption: "Colour",
  variants: values.map(variant),
});

test("the pictures of other values are hidden, and before a choice those of all but the first variant's", () => {
  const product = pictured("Ink", "Oat");
  expect(getInitialValue(product)).toBe("Ink");
  expect(getPictureStyles(product, "#a")).toBe(
    [
      "#a:has(input[name=option\\3a Colour]:checked):not(:has(input[name=option\\3a Colour]:is([value=Ink]):checked)) [data-pictures=Ink]{display:none}",
      "#a:has(input[name=option\\3a Colour]:checked):not(:has(input[name=option\\3a Colour]:is([value=Oat]):checked)) [data-pictures=Oat]{display:none}",
      "#a:not(:has(input[name=option\\3a Colour]:checked)) [data-pictures=Oat]{display:none}",
    ].join(""),
  );
});

test("a picture without values is never hidden, and a product without picture option has no styles", () => {
  const general = { ...picture(), values: null };
  expect(getPictureKey(null)).toBeNull();
  expect(getPictureStyles({ ...pictured("Ink"), pictures: [general] }, "#a")).toBe("");
  expect(getPictureStyles({ ...pictured("Ink", "Oat"), pictureOption: null }, "#a")).toBe("");
});

test("a picture of several values is shown for each of them", () => {
  const product = { ...pictured("Ink", "Oat", "Teal"), pictures: [picture("Oat", "Teal")] };
  expect(getPictureKey(["Oat", "Teal"])).toBe("Oat | Teal");
  const key = "[data-pictures=Oat\\20 \\7c \\20 Teal]{display:none}";
  expect(getPictureStyles(product, "#a").split("#a").slice(1)).toEqual([
    `:has(input[name=option\\3a Colour]:checked):not(:has(input[name=option\\3a Colour]:is([value=Oat],[value=Teal]):checked)) ${key}`,
    `:not(:has(input[name=option\\3a Colour]:checked)) ${key}`,
  ]);
});

test("whatever an option is called, it cannot end the style element or a rule", () => {
  const evil = `</style><script>{}"'\\;é😀 1`;
  const styles = getPictureStyles({ ...pictured(evil, "Oat"), pictureOption: evil }, "#a");
  expect(styles.replaceAll(/\[[^\]]*\]/g, "[]")).toMatch(/^(?:#a:(?:has|not)\([^{}]*\{display:none\})+$/);
  expect(styles).not.toMatch(/[<>"';é😀]/u);
});
