import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ManagedProcess } from "./managed-process";
import { identify } from "./process-identity";
import { PidFile } from "./pid-file";

const SLEEP = "setInterval(() => {}, 1000)";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "pid-file-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const start = () =>
  new ManagedProcess({
    name: "sleeper",
    command: process.execPath,
    args: ["-e", SLEEP],
    cwd: folder,
    env: {},
  });

it("ends what an earlier run left behind", async () => {
  const file = join(folder, "processes.json");
  const sleeper = start();
  new PidFile(file).add("sleeper", sleeper.pid ?? 0);
  expect(await new PidFile(file).endLeftovers()).toEqual(["sleeper"]);
  expect(await sleeper.exited).toMatchObject({ signal: "SIGINT" });
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual([]);
});

it("leaves a stranger alone that has the number of a process of ours", async () => {
  const file = join(folder, "processes.json");
  const stranger = start();
  const { pid } = identify(stranger.pid ?? 0) ?? { pid: 0 };
  writeFileSync(file, JSON.stringify([{ name: "medusa", pid, started: "last year" }]));
  expect(await new PidFile(file).endLeftovers()).toEqual([]);
  expect(stranger.hasEnded).toBe(false);
  await stranger.stop();
});

it("forgets what has ended", () => {
  const file = join(folder, "processes.json");
  const pidFile = new PidFile(file);
  pidFile.add("self", process.pid);
  pidFile.remove(process.pid);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual([]);
});
