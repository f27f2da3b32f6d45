import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listPending, readMigrations } from "./migrations";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "migrations-"))));
afterEach(() => rmSync(folder, { recursive: true }));

it("migrations are read in order, with the checksum that Prisma records", () => {
  for (const name of ["20260102_second", "20260101_first"]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "migration.sql"), `-- ${name}\n`);
  }
  writeFileSync(join(folder, "migration_lock.toml"), "");
  const checksum = createHash("sha256").update("-- 20260101_first\n").digest("hex");
  const [first, second] = readMigrations(folder);
  expect(first).toEqual({ name: "20260101_first", sql: "-- 20260101_first\n", checksum });
  expect(second?.name).toBe("20260102_second");
});

describe("what is pending", () => {
  const a = { name: "a", sql: "", checksum: "1" };
  const b = { name: "b", sql: "", checksum: "2" };
  const row = { migration_name: "a", checksum: "1", finished_at: new Date(), rolled_back_at: null };

  it("is everything in a new database", () => expect(listPending([a, b], [])).toEqual([a, b]));

  it("is what has no record", () => expect(listPending([a, b], [row])).toEqual([b]));

  it("is what was rolled back", () => {
    expect(listPending([a], [{ ...row, finished_at: null, rolled_back_at: new Date() }])).toEqual([a]);
  });

  it("is refused after one that failed half-way", () => {
    expect(() => listPending([a, b], [{ ...row, finished_at: null }])).toThrow("failed half-way");
  });

  it("is refused when an applied one was changed", () => {
    expect(() => listPending([{ ...a, checksum: "3" }], [row])).toThrow("was changed after");
  });
});
