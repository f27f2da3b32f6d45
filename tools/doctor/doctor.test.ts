import { expect, it } from "vitest";
import { listDocumentedVariables } from "./doctor";
import { describeFeatures, describeStandalone } from "./features";

it("knows only variables that .env.example documents", () => {
  const text = [...describeFeatures({}), ...describeStandalone({})].join("\n");
  const known = text.match(/\b[A-Z]+(?:_[A-Z0-9]+)+\b/gu) ?? [];
  expect(known).toContain("BREACHED_PASSWORDS_URL");
  expect(known.filter((name) => !listDocumentedVariables().includes(name))).toEqual([]);
});

it("says what a feature needs, and no value of a variable", () => {
  const lines = [
    ...describeFeatures({ SMTP_URL: "smtp://me:precious@mail" }),
    ...describeStandalone({ AUTH_SECRET: "precious" }),
  ];
  expect(lines).toContain("✓ Mail by SMTP");
  expect(lines).toContainEqual(expect.stringContaining("needs BREACHED_PASSWORDS_URL"));
  expect(lines).toContain("✓ AUTH_SECRET is set");
  expect(lines.join()).not.toContain("precious");
});
