import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { copyBinaries, linkLibraries } from "./postgres-home";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "binaries-"));
  mkdirSync(join(folder, "package", "native", "lib"), { recursive: true });
  writeFileSync(join(folder, "package", "package.json"), '{ "version": "18.4.0" }');
  writeFileSync(join(folder, "package", "native", "lib", "libpq.so.5.18"), "a library");
  const link = { source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" };
  writeFileSync(join(folder, "package", "native", "pg-symlinks.json"), JSON.stringify([link]));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("gives libraries their second names, and does no harm twice", () => {
  linkLibraries(join(folder, "package"));
  linkLibraries(join(folder, "package"));
  expect(readFileSync(join(folder, "package", "native", "lib", "libpq.so.5"), "utf8")).toBe("a library");
});

it("copies the programs so that they stand on their own", () => {
  linkLibraries(join(folder, "package"));
  const copy = copyBinaries(join(folder, "package"), join(folder, "elsewhere"));
  rmSync(join(folder, "package"), { recursive: true });
  expect(copy).toBe(join(folder, "elsewhere", "package-18.4.0"));
  expect(readFileSync(join(copy, "native", "lib", "libpq.so.5"), "utf8")).toBe("a library");
});
