import { expect, test } from "vitest";
import { parseForm } from "@/lib/form";

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

test("dots nest, and the first colon ends nesting, so that an option's title may hold dots", () => {
  const { nested } = parseForm(form({ "shipping.city": "Paris", "option:Size (U.K.)": "S" }));
  expect(nested).toEqual({ shipping: { city: "Paris" }, option: { "Size (U.K.)": "S" } });
});

test("what was typed comes back, secrets and framework fields do not", () => {
  const { flat } = parseForm(form({ email: "a@b.test", password: "x", newPassword: "y", $ACTION_KEY: "z" }));
  expect(flat).toEqual({ email: "a@b.test" });
});

test("a field named like a prototype's stays a field", () => {
  const { nested } = parseForm(form({ "__proto__.isAdmin": "1" }));
  expect(({} as { isAdmin?: string }).isAdmin).toBeUndefined();
  expect(Object.keys(nested)).toEqual(["__proto__"]);
});
