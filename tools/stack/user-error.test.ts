import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readLogTail } from "./user-error";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "log-"))));
afterEach(() => rmSync(folder, { recursive: true }));

it("is the end of the log, without colours", () => {
  const file = join(folder, "a.log");
  const lines = Array.from({ length: 5_000 }, (_, index) => `line ${index}`);
  writeFileSync(file, `${lines.join("\n")}\n\u001b[31mred\u001b[0m\n\n`);
  expect(readLogTail(file, 3)).toBe("line 4998\nline 4999\nred");
});

it("is the beginning of npm's report of a failure", () => {
  const file = join(folder, "npm.log");
  const usage = Array.from({ length: 40 }, () => "npm error usage");
  writeFileSync(
    file,
    ["npm warn old", "npm error code EUSAGE", "npm error Missing: zod", ...usage].join("\n"),
  );
  expect(readLogTail(file, 2)).toBe("npm error code EUSAGE\nnpm error Missing: zod");
});

it("is empty without a log", () => {
  expect(readLogTail(join(folder, "none.log"))).toBe("");
});
