import { describe, expect, it } from "vitest";
import { ADMIN_BOUNDS, findViolation, STORE_BOUNDS } from "./bounds";

const nest = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = { a: value };
  return value;
};

describe("findViolation", () => {
  it.each<[string, unknown]>([
    [
      "an address",
      { shipping_address: { first_name: "Søren", city: "Köln", metadata: { a: [1, null, true] } } },
    ],
    ["no body", undefined],
    ["an emoji", { q: "🧥" }],
  ])("accepts %s", (_what, input) => expect(findViolation(input, STORE_BOUNDS)).toBeNull());

  it.each<[string, unknown]>([
    ["NUL", { a: ["x\u0000y"] }],
    ["a line break", { first_name: "Ida\nRhodes" }],
    ["an escape", { a: "\u001b[31m" }],
    ["half a surrogate pair", { a: "\ud800" }],
    ["a control character in a name", { "a\u0000": 1 }],
    ["a prototype", JSON.parse('{"__proto__":{"a":1}}')],
    ["a prototype further down", JSON.parse('{"a":{"__proto__":1}}')],
    ["a constructor", JSON.parse('{"constructor":{"prototype":1}}')],
    ["a long name", { ["a".repeat(201)]: 1 }],
    ["a long list", { a: Array(201).fill(1) }],
    ["many names", Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`a${index}`, 1]))],
    ["many values in all", Array.from({ length: 100 }, () => Array(100).fill(1))],
    ["seven levels", nest(8)],
  ])("rejects %s", (_what, input) => {
    const violation = findViolation(input, STORE_BOUNDS);
    expect(violation).toMatch(/^The request [a-z ]+\.$/);
  });

  it("checks input nested 50,000 levels deep quickly and without a stack overflow", () => {
    const startedAt = performance.now();
    expect(findViolation(JSON.parse("[".repeat(50_000) + "]".repeat(50_000)), ADMIN_BOUNDS)).toContain(
      "nested",
    );
    // A check whose time grows with the square of the depth would take a minute.
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it("allows line breaks in the admin's multi-line fields only", () => {
    const text = "One\n\tTwo\r\n";
    for (const input of [{ description: text }, { metadata: { care: text } }, { internal_note: text }])
      expect(findViolation(input, ADMIN_BOUNDS)).toBeNull();
    for (const input of [{ title: text }, { email: text }, { description: "\u0000" }])
      expect(findViolation(input, ADMIN_BOUNDS)).not.toBeNull();
    expect(findViolation({ description: text }, STORE_BOUNDS)).not.toBeNull();
  });
});
