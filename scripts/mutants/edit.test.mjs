// @ts-check
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { applyMutant, editText } from "./edit.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cloakroom-edit-"));
  writeFileSync(join(root, "a.ts"), "check();\nopen();\n");
});
afterEach(() => rmSync(root, { recursive: true }));

const read = () => readFileSync(join(root, "a.ts"), "utf8");

/** @param {import("./mutant.mjs").Edit[]} edits @returns {import("./mutant.mjs").Mutant} */
const mutant = (...edits) => ({
  name: "no-check",
  report: "F5",
  fault: "",
  edits,
  caughtBy: { file: "", title: "", message: /x/u },
});

it("replaces the one place, and nothing in it is special", () => {
  expect(editText("a $1 b", { file: "a.ts", find: "$1", replace: "$&" })).toBe("a $& b");
});

it("fails loudly where the text is not there, is there twice, or is not changed", () => {
  const edit = (/** @type {string} */ find, replace = "y") =>
    editText("x x", { file: "a.ts", find, replace });
  expect(() => edit("z")).toThrow("a.ts has moved on: this must stand in it once, and does 0 times.");
  expect(() => edit("x")).toThrow("does 2 times");
  expect(() => edit("x x", "x x")).toThrow("a.ts has moved on");
});

it("makes several edits in one file, and takes them out again", () => {
  const restore = applyMutant(
    root,
    mutant(
      { file: "a.ts", find: "check();\n", replace: "" },
      { file: "a.ts", find: "open()", replace: "openWide()" },
    ),
  );
  expect(read()).toBe("openWide();\n");
  restore();
  expect(read()).toBe("check();\nopen();\n");
});

it("changes nothing when one of the edits does not fit, and says whose it is", () => {
  const edits = [
    { file: "a.ts", find: "check();\n", replace: "" },
    { file: "a.ts", find: "shut()", replace: "" },
  ];
  expect(() => applyMutant(root, mutant(...edits))).toThrow("no-check: a.ts has moved on");
  expect(read()).toBe("check();\nopen();\n");
});
