import { getPathMatch } from "next/dist/shared/lib/router/utils/path-match";
import { expect, test } from "vitest";
import { listNotFoundRewrites, listPageRewrites, listPictureRewrites } from "@/lib/http/rewrites";

/** Where Next leads a path of the rules that follow files; null for a path that stays what it is. */
function lead(path: string): string | null {
  const options = { removeUnnamedParams: true, strict: true, sensitive: true };
  const rule = listNotFoundRewrites().find(({ source }) => getPathMatch(source, options)(path));
  return rule?.destination ?? null;
}

test.each([
  "/us",
  "/us/store",
  "/jp/store/price_asc/2",
  "/us/store/created_at/0",
  "/us/store/unknown/1",
  "/us/products/attendants-scarf",
  "/us/products/%E5%B8%BD%E5%AD%90",
  "/us/products/gr%C3%B6%C3%9Fe",
  "/us/categories/kids-%26-toys",
  "/us/categories/kids-&-toys",
  "/us/categories/100%25-wool/price_asc/2",
  "/us/categories/men%2Fwomen",
  "/us/categories/a%20b",
  "/us/collections/%F0%9F%A7%A3-scarves",
  "/us/collections/what's-new%3F",
  "/de/categories/hats",
  "/de/categories/hats/price_desc/12",
  "/us/collections/city-rain/created_at/999",
  "/us/account/orders/details/order_01",
  "/us/order/order_01/confirmed",
  "/us/checkout",
])("%s is left alone", (path) => {
  expect(lead(path)).toBeNull();
});

test.each([
  "/xx",
  "/US",
  "/Us/store",
  "/%75s/store",
  "/usa/store",
  "/us%2Fstore",
  "/xx/products/attendants-scarf",
  "/us/store/price_asc/0x2",
  "/us/store/PRICE_ASC/1",
  "/us/store/price_asc/10000",
  "/us/store/price_asc/01",
  "/us/store/random/1",
  "/us/store/unknown/2",
  "/us/store/price_asc",
  "/us/categories/hats/price_asc/junk",
  "/us/collections/city-rain/junk/1",
])("%s leads nowhere", (path) => {
  expect(lead(path)).toBe("/us/-");
});

test.each([
  "/us/products/%00",
  "/us/products/..%2F..%2Fetc%2Fpasswd",
  "/us/products/%61ttendants-scarf",
  `/us/products/${"a".repeat(201)}`,
  "/us/products/[handle]",
  "/us/products/a%20b",
  "/us/categories/%61b",
  "/us/categories/%00/created_at/1",
  "/us/categories/a%5Cb",
  "/us/collections/[handle]",
])("%s is no handle, and is led to the one page that says so", (path) => {
  expect(lead(path)).toBe("/:country/:kind/~");
});

/** Where the first rule leads whose conditions a query meets, as Next looks at them. */
function findListRule(query: Record<string, string>): string | undefined {
  const rules = listPageRewrites().filter(({ source }) => getPathMatch(source)("/us/store"));
  return rules.find(({ has }) =>
    has?.every(({ key, value }) => {
      const given = query[key];
      return given && (value === undefined || new RegExp(`^${value}$`).test(given));
    }),
  )?.destination;
}

test.each([
  [{ page: "2" }, "/:country/:list/featured/:page"],
  [{ page: "2", sortBy: "price_asc" }, "/:country/:list/:sort/:page"],
  [{ sortBy: "price_asc" }, "/:country/:list/:sort/1"],
  [{ page: "xyz" }, "/:country/:list/featured/0"],
  [{ page: "1000" }, "/:country/:list/featured/:page"],
  [{ page: "10000" }, "/:country/:list/featured/0"],
  [{ page: "%", sortBy: "price_desc" }, "/:country/:list/:sort/0"],
  [{ sortBy: "junk" }, "/:country/:list/unknown/1"],
  [{ sortBy: "junk", page: "17" }, "/:country/:list/unknown/1"],
  [{ page: "" }, undefined],
  [{ utm_source: "mail" }, undefined],
])("%j has the page %s", (query, destination) => {
  expect(findListRule(query as Record<string, string>)).toBe(destination);
});

const MEDUSA = "http://localhost:9000";

function isRefused(url: string): boolean {
  const [rule] = listPictureRewrites(new URL(MEDUSA));
  return new RegExp(`^${rule?.has?.[0]?.value}$`).test(url);
}

test.each([
  "/editorial/hero.webp",
  "/editorial/opengraph.jpg",
  `${MEDUSA}/static/1764300000000-scarf.webp`,
  `${MEDUSA}/static/1764300000000-a%20(1).webp`,
  `${MEDUSA}/static/1764300000000-%E5%B8%BD.webp`,
  `${MEDUSA}/static/hats/1764300000000-top.avif`,
])("the picture %s is shown", (url) => {
  expect(isRefused(url)).toBe(false);
});

test.each([
  `${MEDUSA}/static/scarf.webp#1`,
  `${MEDUSA}/static/scarf.webp?1`,
  `${MEDUSA}/static/scarf.webp?`,
  `${MEDUSA}/static//scarf.webp`,
  `${MEDUSA}/static/`,
  `${MEDUSA}/static/./scarf.webp`,
  `${MEDUSA}/static/../static/scarf.webp`,
  `${MEDUSA}/static/..`,
  `${MEDUSA}/static/%73carf.webp`,
  `${MEDUSA}/static/a%2fb.webp`,
  `${MEDUSA}/static/%e5%b8%bd.webp`,
  `${MEDUSA}/static/a b.webp`,
  `${MEDUSA}/static\\scarf.webp`,
  "http://ada@localhost:9000/static/scarf.webp",
  "http://LOCALHOST:9000/static/scarf.webp",
  "HTTP://localhost:9000/static/scarf.webp",
  "http://localhost:9000.evil.example/static/scarf.webp",
  "http:/localhost:9000/static/scarf.webp",
  " http://localhost:9000/static/scarf.webp",
  `${MEDUSA}/static/scarf.webp\n`,
  "//localhost:9000/static/scarf.webp",
  "/editorial/hero.webp?1",
  "/editorial/hero.webp#1",
  "/editorial//hero.webp",
  "/editorial/./hero.webp",
  "/editorial/../editorial/hero.webp",
  "/editorial/%68ero.webp",
  "/editorial/HERO.webp",
  "/mark.svg",
  "/us/store",
  "/_next/static/media/a.webp",
  "",
])("the picture address %j is refused", (url) => {
  expect(isRefused(url)).toBe(true);
});
