import { expect, test } from "vitest";
import { findQueryViolation } from "./query";

test("queries of the storefront and the admin are accepted", () => {
  expect(
    findQueryViolation({ q: "scarf", limit: "100", offset: "0", fields: "*items,+total" }, true),
  ).toBeNull();
  expect(findQueryViolation({ limit: "9999", order: "-created_at", id: ["a", "b"] }, false)).toBeNull();
});

test.each<[string, Record<string, unknown>]>([
  ["a long q", { q: "a".repeat(201) }],
  ["q as a list", { q: ["a"] }],
  ["fields as an object", { fields: { a: "b" } }],
  ["many fields", { fields: "a,".repeat(4_000) }],
  ["a negative limit", { limit: "-1" }],
  ["a limit that is no number", { limit: "1e3" }],
  ["a huge limit", { limit: "99999999999999999999" }],
  ["two limits", { limit: ["1", "2"] }],
  ["a limit of everything", { limit: "1001" }],
  ["a huge offset", { offset: "9223372036854775808" }],
  ["depth", { a: { b: { c: { d: { e: { f: { g: { h: "1" } } } } } } } }],
])("%s is refused", (_what, query) => expect(findQueryViolation(query, true)).not.toBeNull());
