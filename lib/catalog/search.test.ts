import { expect, test } from "vitest";
import type { IndexedProduct } from "@/lib/catalog/product";
import { rankMatches } from "@/lib/catalog/search";

function item(handle: string, title: string, description = ""): IndexedProduct {
  const price = { amount: 1, currency: "usd" };
  const shown = { handle, title, subtitle: "", picture: null, price, originalPrice: null };
  const flags = { hasPriceRange: false, isSoldOut: false };
  return {
    ...shown,
    ...flags,
    id: handle,
    createdAt: "",
    description,
    categories: ["hats"],
    collection: null,
  };
}

const ITEMS = [
  item("cape", "Rain Cape", "Goes over a felt hat."),
  item("fedora", "Seven O'Clock Fedora", "Felt, café brown."),
  item("felt-cap", "Felt Cap"),
];

const find = (query: string) => rankMatches(ITEMS, query).map(({ handle }) => handle);

test("every word must be there, at the start of a word", () => {
  expect(find("felt fedora")).toEqual(["fedora"]);
  expect(find("elt")).toEqual([]);
});

test("what has it in the title comes first", () => {
  expect(find("felt")).toEqual(["felt-cap", "cape", "fedora"]);
});

test("case and accents do not count", () => {
  expect(find("CAFE")).toEqual(["fedora"]);
});

test("a query without words matches nothing, and punctuation breaks nothing", () => {
  expect(find("  ")).toEqual([]);
  expect(find("(.*[")).toEqual([]);
});
