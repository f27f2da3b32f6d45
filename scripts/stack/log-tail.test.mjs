// @ts-check
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readTail } from "./log-tail.mjs";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "log-"))));
afterEach(() => rmSync(folder, { recursive: true }));

it("is the end of the log, without colours", () => {
  const file = join(folder, "a.log");
  const lines = Array.from({ length: 5_000 }, (_, index) => `line ${index}`);
  writeFileSync(file, `${lines.join("\n")}\n\u001b[31mred\u001b[0m\n\n`);
  expect(readTail(file, 3)).toBe("line 4998\nline 4999\nred");
});

it("is empty without a log", () => {
  expect(readTail(join(folder, "none.log"))).toBe("");
});
