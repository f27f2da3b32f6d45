import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ManagedProcess } from "./managed-process";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "process-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const logFile = () => join(folder, "out.log");

function run(script: string) {
  const args = ["-e", script];
  return new ManagedProcess({
    name: "node",
    command: process.execPath,
    args,
    cwd: folder,
    env: {},
    logFile: logFile(),
  });
}

const untilLogged = (text: string) =>
  vi.waitFor(() => expect(readFileSync(logFile(), "utf8")).toContain(text), 10_000);

it("tells how it ended, and keeps what it said", async () => {
  const child = run("console.log('out'); console.error('err'); process.exitCode = 3");
  expect(await child.exited).toEqual({ code: 3, signal: null });
  expect(readFileSync(logFile(), "utf8")).toBe("out\nerr\n");
  expect(child.stopRequested).toBe(false);
});

it("a program that does not exist is an end with an error", async () => {
  const child = new ManagedProcess({
    name: "none",
    command: "/no/such/program",
    args: [],
    cwd: folder,
    env: {},
  });
  expect((await child.exited).error?.message).toContain("ENOENT");
  await child.stop();
});

it("stopping ends also what the program has started", async () => {
  const grandchild =
    "setInterval(() => {}, 1000); process.on('SIGTERM', () => {}); console.log('pid', process.pid)";
  const child = run(
    `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' })`,
  );
  await untilLogged("pid ");
  const pid = Number(/pid (\d+)/u.exec(readFileSync(logFile(), "utf8"))?.[1]);
  await child.stop();
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow("ESRCH"), 10_000);
});

it("a program that does not listen is ended by force", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    const child = run(
      "process.on('SIGTERM', () => console.log('no')); setInterval(() => {}, 1000); console.log('up')",
    );
    vi.useRealTimers();
    await untilLogged("up");
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const stopped = child.stop();
    vi.advanceTimersByTime(60_000);
    await stopped;
    expect(await child.exited).toMatchObject({ signal: "SIGKILL" });
  } finally {
    vi.useRealTimers();
  }
});
