import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { tryLock, waitForLock } from "./lock.mjs";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  file = join(folder, "below", "lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

it("is held by one at a time, for each file", async () => {
  const release = await tryLock(file);
  expect(await tryLock(file)).toBeUndefined();
  const other = await tryLock(join(folder, "other"));
  expect(other).toBeDefined();
  release?.();
  const again = await tryLock(file);
  expect(again).toBeDefined();
  again?.();
  other?.();
});

it("is one process's at a time, and free as soon as that is killed", async () => {
  const script = `import { tryLock } from ${JSON.stringify(new URL("lock.mjs", import.meta.url).href)};
    await tryLock(${JSON.stringify(file)}); console.log("locked"); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "-e", script]);
  await once(holder.stdout, "data");
  expect(await tryLock(file)).toBeUndefined();
  holder.kill("SIGKILL");
  await once(holder, "exit");
  const locks = await Promise.all([tryLock(file), tryLock(file), tryLock(file)]);
  expect(locks.filter(Boolean)).toHaveLength(1);
  for (const release of locks) release?.();
});

it("is waited for, and the wait is announced once", async () => {
  const release = await tryLock(file);
  let announced = 0;
  const next = await waitForLock(file, {
    onWait: () => {
      announced += 1;
      release?.();
    },
  });
  expect(next).toBeDefined();
  expect(announced).toBe(1);
  next?.();
});

it("is not waited for longer than the timeout", async () => {
  const release = await tryLock(file);
  expect(await waitForLock(file, { timeoutMs: 0 })).toBeUndefined();
  release?.();
});
