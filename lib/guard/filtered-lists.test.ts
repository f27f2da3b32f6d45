import { expect, test } from "vitest";
import { findListRedirect, rewriteFilteredList } from "@/lib/guard/filtered-lists";

test.each([
  ["/us/store?colour=ink", "/us/store/filter?colour=ink"],
  ["/us/store?page=2&gr%C3%B6%C3%9Fe=m", "/us/store/filter?page=2&gr%C3%B6%C3%9Fe=m"],
  ["/de/categories/hats?in-stock=1&sortBy=name", "/de/categories/hats/filter?in-stock=1&sortBy=name"],
  ["/fr/collections/city-rain?min=20&_rsc=x", "/fr/collections/city-rain/filter?min=20&_rsc=x"],
])("%s is rendered for its request", (url, target) => {
  expect(rewriteFilteredList(url)).toBe(target);
});

test.each([
  "/us/store",
  "/us/store?",
  "/us/store?page=2&sortBy=price_asc&_rsc=abc",
  "/us/store?utm_source=mail&fbclid=x",
  "/us/store?sortBy[]=price_asc",
  "/us/store?%00=%00",
  "/us/store/price_asc/2?colour=ink",
  "/us/products/scarf?colour=ink",
  "/us/search?q=wool&colour=ink",
  "/us/categories/filter",
])("%s stays what it is", (url) => {
  expect(rewriteFilteredList(url)).toBe(url);
});

test("the route has no address of its own", () => {
  for (const path of ["/us/store/filter", "/us/store/filter?colour=ink", "/us/categories/hats/filter"])
    expect(rewriteFilteredList(path)).toBe("/us/-");
});

test.each([
  ["/us/store?size=m&colour=ink", "/us/store?colour=ink&size=m"],
  ["/us/store?colour=&min=", "/us/store"],
  ["/us/search?q=wool&size=&colour=ink", "/us/search?q=wool&colour=ink"],
])("%s is redirected to %s", (url, target) => {
  expect(findListRedirect(url)).toBe(target);
  expect(findListRedirect(target)).toBeNull();
});

test.each([
  "/us/store?colour=ink&size=m",
  "/us/store?page=1&sortBy=featured",
  "/us/store?utm_source=mail&page=2",
  "/us/search?q=wool",
  "/us/search?q=",
  "/us/store?size=m&colour=ink&_rsc=abc",
  "/us/products/scarf?size=m&colour=ink",
])("%s is not redirected", (url) => {
  expect(findListRedirect(url)).toBeNull();
});
