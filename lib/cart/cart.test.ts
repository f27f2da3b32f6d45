import { expect, test } from "vitest";
import { formatVariantTitle } from "@/lib/cart/cart";

test.each([
  ["Ink / M", "Ink, M"],
  ["Oat", "Oat"],
  ["One size", ""],
  ["Ink / One size", "Ink"],
  ["Default variant", ""],
  ["Half/half", "Half/half"],
  [null, ""],
])("%s is %s", (title, words) => {
  expect(formatVariantTitle(title)).toBe(words);
});
