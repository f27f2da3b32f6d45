import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { tryLock } from "../bootstrap/lock.mjs";

const REAPER = JSON.stringify(fileURLToPath(new URL("reaper.mjs", import.meta.url)));
const SLEEP = "setInterval(() => {}, 1000); console.log('up')";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder = "";
let runs: ChildProcess[] = [];
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "reaper-"))));
afterEach(() => {
  for (const run of runs) run.kill("SIGKILL");
  runs = [];
  rmSync(folder, { recursive: true, force: true });
});

const lockFile = () => join(folder, "run.lock");

/** A run with a reaper and one program, whose process id it prints. */
async function startRun(program: string, ...messages: string[]) {
  const script = `const { fork, spawn } = require("node:child_process");
    const reaper = fork(${REAPER}, [${JSON.stringify(lockFile())}], { detached: true, stdio: "ignore" });
    reaper.on("message", () => {
      const child = spawn(process.execPath, ["-e", ${JSON.stringify(program)}], { detached: true });
      for (const name of ${JSON.stringify(messages)}) reaper.send({ [name]: child.pid });
      child.stdout.on("data", () => console.log(child.pid));
    });`;
  const run = spawn(process.execPath, ["-e", script]);
  runs.push(run);
  const [pid] = (await once(run.stdout, "data")) as [Buffer];
  return { run, pid: Number(pid) };
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it("what a killed run has left is ended, and its data folder is locked until then", async () => {
  const { run, pid } = await startRun(SLEEP, "started");
  expect(await tryLock(lockFile())).toBeUndefined();
  run.kill("SIGKILL");
  const release = await vi.waitUntil(() => tryLock(lockFile()), { timeout: 30_000 });
  expect(isAlive(pid)).toBe(false);
  release();
});

it("what does not listen is ended by force", async () => {
  const { run, pid } = await startRun(`process.on("SIGINT", () => {}); ${SLEEP}`, "started");
  run.kill("SIGKILL");
  await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false);
});

it("what the run has ended is left alone: its number may be another's", async () => {
  const { run, pid } = await startRun(SLEEP, "started", "ended");
  run.kill("SIGKILL");
  const release = await vi.waitUntil(() => tryLock(lockFile()), { timeout: 30_000 });
  expect(isAlive(pid)).toBe(true);
  process.kill(pid, "SIGKILL");
  release();
});
