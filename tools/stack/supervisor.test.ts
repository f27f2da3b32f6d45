import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Supervisor } from "./supervisor";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "supervisor-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const program = (name: string, script: string) => ({
  name,
  command: process.execPath,
  args: ["-e", script],
  cwd: folder,
  env: {},
});

it(
  "a data folder is one run's at a time, and the next one's when that has stopped",
  { timeout: 20_000 },
  async () => {
    const first = await Supervisor.open(folder);
    await expect(Supervisor.open(folder)).rejects.toThrow(`Another run is using ${folder}.`);
    const waiting = Supervisor.open(folder);
    await first.stop();
    await (await waiting).stop();
  },
);

it("a program that fails is an error with its log, a server that ends by itself a crash", async () => {
  const supervisor = await Supervisor.open(folder);
  const failing = program("failing", "console.log('the reason'); process.exit(3)");
  await expect(supervisor.run(failing)).rejects.toThrow("failing failed (exit code 3).");
  expect(readFileSync(supervisor.logFile("failing"), "utf8")).toBe("the reason\n");
  supervisor.start(program("server", ""));
  await expect(supervisor.crashed).rejects.toThrow("server ended by itself (exit code 0).");
  await supervisor.stop();
});
