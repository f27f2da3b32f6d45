import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { applyEdits, editText } from "./edit";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cloakroom-edit-"));
  writeFileSync(join(root, "a.ts"), "check();\nopen();\n");
});
afterEach(() => rmSync(root, { recursive: true }));

const read = () => readFileSync(join(root, "a.ts"), "utf8");

it("replaces the one place, and nothing in it is special", () => {
  expect(editText("a $1 b", { file: "a.ts", find: "$1", replace: "$&" })).toBe("a $& b");
});

it("fails loudly where the text is not there, is there twice, or is not changed", () => {
  const edit = (find: string, replace = "y") => editText("x x", { file: "a.ts", find, replace });
  expect(() => edit("z")).toThrow("a.ts has moved on: this must be in it once, and is 0 times.");
  expect(() => edit("x")).toThrow("is 2 times");
  expect(() => edit("x x", "x x")).toThrow("a.ts has moved on");
});

it("makes several edits in one file, and takes them out again", () => {
  const edits = [
    { file: "a.ts", find: "check();\n", replace: "" },
    { file: "a.ts", find: "open()", replace: "openWide()" },
  ];
  const restore = applyEdits(root, { name: "no-check", edits });
  expect(read()).toBe("openWide();\n");
  restore();
  expect(read()).toBe("check();\nopen();\n");
});

it("changes nothing when one of the edits does not fit, and says whose it is", () => {
  const edits = [
    { file: "a.ts", find: "check();\n", replace: "" },
    { file: "a.ts", find: "shut()", replace: "" },
  ];
  expect(() => applyEdits(root, { name: "no-check", edits })).toThrow("no-check: a.ts has moved on");
  expect(read()).toBe("check();\nopen();\n");
});
