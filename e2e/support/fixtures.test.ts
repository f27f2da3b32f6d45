import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const E2E = join(import.meta.dirname, "..");

/** Take their `test` straight from Playwright: the spec that tests the leak scan, and the fixtures without a browser. */
const WITHOUT_LEAK_WATCH = ["leak-scan.spec.ts", "support/medusa-store-api.ts"];

const SOURCES = readdirSync(E2E, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .filter((name) => name !== "support/fixtures.ts" && !name.startsWith("leak-scan/"))
  .map((name) => ({ name, text: readFileSync(join(E2E, name), "utf8") }));

const listBreaches = (isBreach: (text: string) => boolean) =>
  SOURCES.filter(({ text }) => isBreach(text)).map(({ name }) => name);

test("Every spec has the leak watch: its test is the fixtures', or made from that", () => {
  const isOwn = (text: string) => /import \{[^}]*\btest\b[^}]*\} from "@playwright\/test"/.test(text);
  expect(listBreaches(isOwn)).toEqual(WITHOUT_LEAK_WATCH);
});

test("No spec replaces the leak watch or the console watch", () => {
  expect(listBreaches((text) => /\b(leakWatch|quietConsole|knownFiles)\b\s*:/.test(text))).toEqual([]);
});

test("Specs about the backend alone open no browser", () => {
  const isBackendOnly = (text: string) =>
    /import \{[^}]*\btest\b[^}]*\} from "\.\/(support\/)?medusa-store-api"/.test(text);
  const opensBrowser = (text: string) => /\b(browser|page|context)\b\s*[,}]/.test(text);
  expect(listBreaches((text) => isBackendOnly(text) && opensBrowser(text))).toEqual([]);
});
