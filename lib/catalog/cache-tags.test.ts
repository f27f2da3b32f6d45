import { expect, test } from "vitest";
import { listStaleTags, TAGS } from "@/lib/catalog/cache-tags";

test("a product's event makes its page and every grid stale", () => {
  expect(listStaleTags({ type: "product", id: "prod_1" })).toEqual(["products", "product:prod_1"]);
});

test.each(["category", "collection", "region"] as const)("a %s event also reaches the grids", (type) => {
  expect(listStaleTags({ type, id: "1" })).toContain(TAGS.products);
});

test("an event that changes no list makes only the product's page stale", () => {
  expect(listStaleTags({ type: "product", id: "prod_1", isListed: false })).toEqual(["product:prod_1"]);
});
