import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { tryLock, waitForLock } from "./lock";
import { identify } from "./process-identity";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  file = join(folder, "below", "lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

it("is held by one at a time", () => {
  const lock = tryLock(file);
  expect(lock).toBeDefined();
  expect(tryLock(file)).toBeUndefined();
  lock?.release();
  expect(tryLock(file)).toBeDefined();
});

it("is taken over from a process that is gone", () => {
  tryLock(file)?.release();
  writeFileSync(file, JSON.stringify({ pid: process.pid, started: "before the machine was switched on" }));
  expect(tryLock(file)).toBeDefined();
});

it("is not taken from a process that lives", () => {
  tryLock(file)?.release();
  writeFileSync(file, JSON.stringify(identify(process.ppid)));
  expect(tryLock(file)).toBeUndefined();
});

it("is waited for, and the wait is announced once", async () => {
  const lock = tryLock(file);
  const holders: number[] = [];
  const waiting = waitForLock(file, {
    onWait: (holder) => {
      holders.push(holder);
      lock?.release();
    },
  });
  expect(await waiting).toBeDefined();
  expect(holders).toEqual([process.pid]);
});

it("is not waited for longer than the timeout", async () => {
  tryLock(file);
  expect(await waitForLock(file, { timeoutMs: 0 })).toBeUndefined();
});
