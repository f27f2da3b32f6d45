import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashFiles, isBuiltFrom } from "./build-hash";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "build-hash-"));
  mkdirSync(join(folder, "src"));
  writeFileSync(join(folder, "src", "a.ts"), "one");
  writeFileSync(join(folder, "notes.md"), "a note");
});
afterEach(() => rmSync(folder, { recursive: true }));

const take = () => hashFiles(folder, (path) => !path.endsWith(".md"));

describe("a hash of files", () => {
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

describe("a build's hash", () => {
  it("holds for the sources it was written for, and no others", () => {
    const file = join(folder, "hash");
    expect(isBuiltFrom(file, "sources")).toBe(false);
    writeFileSync(file, "sources");
    expect(isBuiltFrom(file, "sources")).toBe(true);
    expect(isBuiltFrom(file, "other sources")).toBe(false);
  });
});
