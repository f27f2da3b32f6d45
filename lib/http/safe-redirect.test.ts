import { expect, it } from "vitest";
import { safeRedirectSchema } from "@/lib/http/safe-redirect";

it.each(["/gb/account", "/gb/checkout?step=delivery", "/us/search?q=a%20b", "/"])("%s is ours", (path) => {
  expect(safeRedirectSchema.parse(path)).toBe(path);
});

it.each([
  "//evil.example",
  "/\\evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "gb/account",
  "/\t/evil.example",
  "/.//evil.example",
  "/us/..//evil.example/products/%",
  "/%2e//evil.example",
  "/gb\n/account",
  "/gb/account\u0000",
  "/gb/\uD83Daccount",
  "",
  `/${"a".repeat(600)}`,
  undefined,
  7,
])("%j is not, and is left out", (path) => {
  expect(safeRedirectSchema.parse(path)).toBeUndefined();
});
