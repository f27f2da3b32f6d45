import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { STEPS } from "@/lib/checkout/steps";
import { ERROR_TEXT, type ErrorCode } from "@/lib/errors";
import { RECOVERIES } from "@/lib/recovery";

const PAGES = join(import.meta.dirname, "../app/[country]/(shop)");

const codes = Object.keys(ERROR_TEXT) as ErrorCode[];

test.each(codes)("%s has a sentence and a way out that exists", (code) => {
  expect(ERROR_TEXT[code]).toMatch(/^[A-Z].*\.$/);
  const wayOut = RECOVERIES[code];
  const [path = "", query] = wayOut.kind === "page" ? wayOut.path.split("?") : ["/cart"];
  expect(existsSync(join(PAGES, path, "page.tsx"))).toBe(true);
  expect([undefined, ...STEPS.map((step) => `step=${step}`)]).toContain(query);
});

test("Only what can work again says so, and only one code speaks of marked fields", () => {
  const says = (words: RegExp) => codes.filter((code) => words.test(ERROR_TEXT[code]));
  for (const code of says(/try again in a moment/)) expect(RECOVERIES[code].kind).toBe("retry");
  expect(says(/fields marked/)).toEqual(["invalid"]);
});
