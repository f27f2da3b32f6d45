import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const FOLDER = import.meta.dirname;

/** Which take their `test` straight from Playwright: the one that tries the watch out, and the backend's, without browsers. */
const WITHOUT_WATCH = ["leak-scan.spec.ts", "store.ts"];

const SOURCES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter(
    (name) =>
      /^[\w-]+(\.spec)?\.ts$|^crowd\//.test(name) && !name.endsWith(".test.ts") && name !== "fixtures.ts",
  )
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));

const namesOf = (isBreach: (text: string) => boolean) =>
  SOURCES.filter(({ text }) => isBreach(text)).map(({ name }) => name);

test("Every spec has the leak watch: its test is the fixtures', or made from that", () => {
  const isOwn = (text: string) => /import \{[^}]*\btest\b[^}]*\} from "@playwright\/test"/.test(text);
  expect(namesOf(isOwn)).toEqual(WITHOUT_WATCH);
});

test("No spec replaces the leak watch or the console's", () => {
  expect(namesOf((text) => /\b(leakWatch|quietConsole|knownFiles)\b\s*:/.test(text))).toEqual([]);
});

test("Specs about the backend alone open no browser", () => {
  const isBackends = (text: string) => /import \{[^}]*\btest\b[^}]*\} from "\.\/store"/.test(text);
  expect(namesOf((text) => isBackends(text) && /\b(browser|page|context)\b\s*[,}]/.test(text))).toEqual([]);
});
