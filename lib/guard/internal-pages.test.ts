import { expect, it } from "vitest";
import { findRequestRefusal } from "@/lib/guard/request-head";

it.each(["/_global-error", "/_not-found", "/_not-found/", "/_error", "/404", "/500"])(
  "refuses Next's internal page %s, whose 404 caches would keep for a year",
  (url) => {
    expect(findRequestRefusal({ method: "GET", url, headers: {} })).toBe(404);
  },
);

it.each(["/us/404", "/us/not-found", "/us/products/500"])("leaves %s to Next", (url) => {
  expect(findRequestRefusal({ method: "GET", url, headers: {} })).toBeNull();
});
