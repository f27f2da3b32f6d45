import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { isTargetRejected, isTargetSafe, rejectUnsafeTarget } from "./target";

test.each([
  "/",
  "/store/products?fields=*variants.calculated_price,+metadata&limit=12&region_id=reg_1",
  "/admin/orders?id[0]=a&id[1]=b&created_at[$gte]=2026-01-01",
  "/static/a%20b.webp",
  "/store/products?q=K%C3%B6ln+50%25",
  "/store/products?tag_id[]=1&tag_id[]=2",
])("%s can be parsed", (target) => expect(isTargetSafe(target)).toBe(true));

test.each([
  "/store/products?a[4000000000]=1",
  "/store/products?a%5B50000000%5D=1",
  "/store/products?a[%35%30%30%30%30]=1",
  "/store/products?a[0][99999]=1",
  "/auth/x?y=%00",
  "/store/products/%00",
  "/store/products/%0d%0aset-cookie",
  "/store/products/%ff",
  "/store/products?q=%ff",
  "/store/products?q=%",
  `/store/products?q=${"a".repeat(9_000)}`,
])("%s cannot be parsed", (target) => expect(isTargetSafe(target.slice(0, 20_000))).toBe(false));

test("an unparsable URL is replaced, and its request rejected", () => {
  const valid = { url: "/store/products?limit=1" } as IncomingMessage;
  const invalid = { url: "/store/products?a[4000000000]=1" } as IncomingMessage;
  for (const request of [valid, invalid]) rejectUnsafeTarget(request);
  expect([valid.url, isTargetRejected(valid)]).toEqual(["/store/products?limit=1", false]);
  expect([invalid.url, isTargetRejected(invalid)]).toEqual(["/", true]);
});
