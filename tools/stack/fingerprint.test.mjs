// @ts-check
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fingerprintFiles, isStamped, writeStamp } from "./fingerprint.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fingerprint-"));
  mkdirSync(join(folder, "src"));
  writeFileSync(join(folder, "src", "a.ts"), "one");
  writeFileSync(join(folder, "notes.md"), "a note");
});
afterEach(() => rmSync(folder, { recursive: true }));

const take = () => fingerprintFiles(folder, (path) => !path.endsWith(".md"));

describe("a fingerprint of files", () => {
  it("stays the same while they do", () => {
    const before = take();
    writeFileSync(join(folder, "notes.md"), "another note");
    expect(take()).toBe(before);
  });

  it("changes with a file's content", () => {
    const before = take();
    writeFileSync(join(folder, "src", "a.ts"), "two");
    expect(take()).not.toBe(before);
  });

  it("changes with a file's name", () => {
    const before = take();
    renameSync(join(folder, "src", "a.ts"), join(folder, "src", "b.ts"));
    expect(take()).not.toBe(before);
  });

  it("changes when a file is added", () => {
    const before = take();
    writeFileSync(join(folder, "src", "b.ts"), "");
    expect(take()).not.toBe(before);
  });
});

describe("a stamp", () => {
  it("holds for the sources it was written for, and no others", () => {
    const stamp = join(folder, "stamp");
    expect(isStamped(stamp, "sources")).toBe(false);
    writeStamp(stamp, "sources");
    expect(isStamped(stamp, "sources")).toBe(true);
    expect(isStamped(stamp, "other sources")).toBe(false);
  });
});
