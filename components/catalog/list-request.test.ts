import { expect, test } from "vitest";
import { getCanonicalHref } from "@/components/catalog/list-href";
import { FIRST_PAGE, parseListRequest } from "@/components/catalog/list-request";

test("an address that makes sense is taken at its word", () => {
  expect(parseListRequest({ sort: "price_desc", page: "2" })).toEqual({
    query: { ...FIRST_PAGE.query, sort: "price_desc", page: 2 },
    problem: null,
  });
});

test.each(["0", "-1", "1.5", "abc", "", "01", "9999999", "１"])(
  "page %j is the first, and it is said",
  (page) => {
    const request = parseListRequest({ sort: "price_asc", page });
    expect(request.query).toMatchObject({ sort: "price_asc", page: 1 });
    expect(request.problem).toMatch(/no such page/);
  },
);

test("an order we do not know is the usual one, and it is said", () => {
  const request = parseListRequest({ sort: "random", page: "2" });
  expect(request.query).toEqual(FIRST_PAGE.query);
  expect(request.problem).toMatch(/cannot sort/);
});

test("the address of a built page is the one shoppers see", () => {
  expect(getCanonicalHref("/us/store/price_asc/2")).toBe("/us/store?sortBy=price_asc&page=2");
  expect(getCanonicalHref("/us/categories/hats/featured/1")).toBe("/us/categories/hats");
  expect(getCanonicalHref("/us/products/tag-no-27")).toBe("/us/products/tag-no-27");
  expect(getCanonicalHref("/us/categories/hats/2")).toBe("/us/categories/hats/2");
  expect(getCanonicalHref("/us/categories/hats/filter")).toBe("/us/categories/hats");
  expect(getCanonicalHref("/us/categories/filter")).toBe("/us/categories/filter");
});
