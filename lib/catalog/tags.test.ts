import { expect, test } from "vitest";
import { listStaleTags, TAGS } from "@/lib/catalog/tags";

test("a product's event makes its page and every grid stale", () => {
  expect(listStaleTags({ type: "product", id: "prod_1" })).toEqual(["products", "product:prod_1"]);
});

test("an event that names no product reaches every product page, by the tag of all prices", () => {
  expect(listStaleTags({ type: "product" })).toEqual([TAGS.products, TAGS.regions]);
});

test.each(["category", "collection", "region"] as const)("a %s event also reaches the grids", (type) => {
  expect(listStaleTags({ type })).toContain(TAGS.products);
});
