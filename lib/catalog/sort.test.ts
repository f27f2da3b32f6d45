import { expect, test } from "vitest";
import { sortProducts, SORTS } from "@/lib/catalog/sort";

const product = (handle: string, createdAt: string, amount: number) => ({
  handle,
  createdAt,
  price: { amount, currency: "usd" },
});

const PRODUCTS = [
  product("b", "2026-01-01", 20),
  product("c", "2026-02-01", 10),
  product("a", "2026-01-01", 20),
];

test.each([
  ["created_at", "c a b"],
  ["price_asc", "c a b"],
  ["price_desc", "a b c"],
] as const)("%s: equals stand in the order of their handles", (sort, handles) => {
  expect(
    sortProducts(PRODUCTS, sort)
      .map(({ handle }) => handle)
      .join(" "),
  ).toBe(handles);
});

test("whatever order the backend gives, the pages are the same", () => {
  for (const sort of SORTS)
    expect(sortProducts(PRODUCTS.toReversed(), sort)).toEqual(sortProducts(PRODUCTS, sort));
});
