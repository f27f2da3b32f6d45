import { expect, test } from "vitest";
import { decodeHandle, getPath, isHandle } from "@/lib/catalog/handle";

const HANDLES = [
  "attendants-scarf",
  "größe",
  "帽子",
  "شال",
  "kids-&-toys",
  "100%-wool",
  "men/women",
  "hats-no.5",
  "what's-new?",
  "🧣-scarves",
  "a b",
  "UPPER",
  "~",
];

test.each(HANDLES)("%s is written into an address of ASCII, and read back", (handle) => {
  const path = getPath("categories", handle);
  expect(path).toMatch(/^\/categories\/[\w.~!$&'()*+,;=:@%-]+$/);
  expect(new URL(path, "https://shop.invalid").pathname).toBe(path);
  expect(decodeHandle(path.slice("/categories/".length))).toBe(handle);
  expect(isHandle(handle)).toBe(true);
});

test("what is not encoded is what it is", () => {
  expect(decodeHandle("größe")).toBe("größe");
  expect(decodeHandle("100%-wool")).toBe("100%-wool");
});

test.each(["", ".", "..", "a\u0000b", "a\nb", "a\\b", "\ud800", "a".repeat(201)])(
  "%j is no handle",
  (handle) => {
    expect(isHandle(handle)).toBe(false);
  },
);
