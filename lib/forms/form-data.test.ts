import fc from "fast-check";
import { expect, test } from "vitest";
import { FORM_LIMITS, parseForm } from "@/lib/forms/form-data";

function form(fields: Record<string, string> | [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields))
    data.append(name, value);
  return data;
}

test("dots nest, and the first colon ends nesting, so that an option's title may hold dots", () => {
  const parsed = parseForm(form({ "shipping.city": "Paris", "option:Size (U.K.)": "S" }));
  expect(parsed?.nested).toEqual({ shipping: { city: "Paris" }, option: { "Size (U.K.)": "S" } });
});

test("what was typed comes back, secrets and framework fields do not", () => {
  const parsed = parseForm(form({ email: "a@b.test", password: "x", newPassword: "y", $ACTION_KEY: "z" }));
  expect(parsed?.flat).toEqual({ email: "a@b.test" });
});

test("a field named like a prototype's stays a field", () => {
  const parsed = parseForm(
    form({ "__proto__.isAdmin": "1", "constructor.prototype.isAdmin": "1", __proto__: "1" }),
  );
  expect(({} as { isAdmin?: string }).isAdmin).toBeUndefined();
  expect(Object.keys(parsed?.nested ?? {})).toEqual(["__proto__", "constructor"]);
  expect(Object.getPrototypeOf(parsed?.flat)).toBe(Object.prototype);
});

const many = (count: number, name: (index: number) => string, value = "x") =>
  Array.from({ length: count }, (_, index): [string, string] => [name(index), value]);

test.each<[what: string, fields: [string, string][]]>([
  ["one name of 400,000 dots", [[".".repeat(400_000), "x"]]],
  ["20 names of 4,000 dots", many(20, (index) => index + ".".repeat(4_000))],
  ["10,000 fields", many(10_000, (index) => `field${index}`)],
  ["10,000 fields of Next's", many(10_000, (index) => `$ACTION_${index}`)],
  ["10,000 values of one field", many(10_000, () => "email")],
  ["one value of 900 KB", [["email", "x".repeat(900_000)]]],
  ["many long values", many(150, (index) => `field${index}`, "x".repeat(1_000))],
  ["a name of 400,000 colons", [[":".repeat(400_000), "x"]]],
  ["nesting four deep", [["a.b.c.d", "x"]]],
  ["a long name after a colon", [[`option:${"x".repeat(200)}`, "x"]]],
])("a form with %s is refused", (_what, fields) => {
  expect(parseForm(form(fields))).toBeNull();
});

test("the largest form there can be is taken", () => {
  const fields = many(FORM_LIMITS.fields, (index) => `a${index}.b.${"c".repeat(150)}`, "x".repeat(150));
  expect(parseForm(form(fields))?.nested).toHaveProperty(`a7.b.${"c".repeat(150)}`);
});

test.each(["Ada\u0000", "A\u0001da", "Ada\r\nBcc: all", "A\tda", "A\u007Fda", "A\u0085da", "A\u009Bda"])(
  "%j holds a character that no text may",
  (value) => {
    // White space around a text is typed by accident, and cut off.
    const expected = value.trim() === "Ada" ? [] : ["name"];
    expect(parseForm(form({ name: value }))?.unusable).toEqual(value === "Ada\u0000" ? ["name"] : expected);
    expect(parseForm(form({ [`option:${value}`]: "x" }))?.unusable).toHaveLength(1);
  },
);

test.each(["Łukasz", "O’Neill", "山田 太郎", "👩‍👩‍👧", "  Ada\n", "a\u0301", "مريم"])("%j is a text", (value) => {
  expect(parseForm(form({ name: value }))?.unusable).toEqual([]);
});

/** Names made of what the parser splits by, and of what objects inherit. */
const part = fc.constantFrom(
  ".",
  ":",
  "a",
  "__proto__",
  "constructor",
  "toString",
  "$ACTION_",
  "",
  "\u0000",
  "é",
);
const name = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(""));

test("whatever is sent, a form is parsed or refused, and no object is nested deeper than the limit", () => {
  const fields = fc.array(fc.tuple(name, fc.string({ unit: "binary", maxLength: 50 })), { maxLength: 220 });
  fc.assert(
    fc.property(fields, (sent) => {
      const parsed = parseForm(form(sent));
      expect(depthOf(parsed?.nested)).toBeLessThanOrEqual(FORM_LIMITS.depth);
      expect(Object.prototype).not.toHaveProperty("a");
    }),
    { numRuns: 50 },
  );
}, 60_000);

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
