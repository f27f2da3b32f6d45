import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const E2E = join(import.meta.dirname, "..");

/**
 * Take their `test` straight from Playwright: the random day, which opens thousands of pages and compares each with its
 * model, and the spec that tests the leak scan itself.
 */
const WITHOUT_LEAK_WATCH = ["day-in-the-life.spec.ts", "leak-scan.spec.ts"];

const SOURCES = readdirSync(E2E, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .filter((name) => !name.startsWith("leak-scan/") && !/^support\/(?:api-test|fixtures)\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(E2E, name), "utf8") }));

const listBreaches = (isBreach: (text: string) => boolean) =>
  SOURCES.filter(({ text }) => isBreach(text)).map(({ name }) => name);

test("Every spec has the leak watch: it uses `test` or `apiTest`, or is made from one of them", () => {
  const isOwn = (text: string) => /import \{[^}]*\btest\b[^}]*\} from "@playwright\/test"/.test(text);
  expect(listBreaches(isOwn).toSorted()).toEqual(WITHOUT_LEAK_WATCH);
});

test("No spec replaces the leak watch or the console watch", () => {
  expect(listBreaches((text) => /\b(leakWatch|quietConsole|knownFiles)\b\s*:/.test(text))).toEqual([]);
});

test("Specs with `apiTest` open no browser", () => {
  const isApiOnly = (text: string) => /import \{[^}]*\bapiTest\b[^}]*\} from/.test(text);
  const opensBrowser = (text: string) => /async \(\{[^}]*\b(browser|page|context)\b\s*[,}]/.test(text);
  expect(listBreaches((text) => isApiOnly(text) && opensBrowser(text))).toEqual([]);
});
