import { expect, test } from "vitest";
import { listOptionKeys } from "./option-keys";

const variant = (options: Record<string, string>) =>
  Object.entries(options).map(([title, value]) => ({ title, value }));

test("a combination exists only if one variant has it, and is found from each of its options", () => {
  const { single, combined } = listOptionKeys([
    variant({ Size: "M", Colour: "Ink" }),
    variant({ Size: "S", Colour: "Oat" }),
  ]);
  expect(single).toEqual(["colour=ink", "colour=oat", "size=m", "size=s"]);
  expect(combined).toEqual([
    "colour=ink&size=m",
    "colour=oat&size=s",
    "size=m&colour=ink",
    "size=s&colour=oat",
  ]);
});

test("keys keep their names, whatever is typed in the admin", () => {
  const { labels } = listOptionKeys([variant({ Größe: "24 × 30 cm" }), variant({ Colour: "Black|White" })]);
  expect(labels).toEqual(["colour=black-white|Colour|Black/White", "grosse=24-x-30-cm|Größe|24 × 30 cm"]);
});

test("an option cannot take the name of another parameter", () => {
  expect(listOptionKeys([variant({ Page: "Two", "In stock": "Soon", "": "x", Fit: "%" })]).single).toEqual([
    "option-in-stock=soon",
    "option-page=two",
  ]);
});

test("a variant of many options has a bounded number of keys", () => {
  const options = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`Option ${index}`, "Yes"]));
  const { single, combined } = listOptionKeys([variant(options)]);
  expect([single.length, combined.length]).toEqual([3, 12]);
});
