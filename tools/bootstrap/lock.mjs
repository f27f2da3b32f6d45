// Plain JavaScript: it runs before anything is installed.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { closeSync, constants, mkdirSync, openSync, realpathSync } from "node:fs";
import { createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 100;
/** A flag of open(2) on macOS: the file is locked until it is closed. */
const O_EXLOCK = 0x20;

/** Takes the lock, waiting up to `timeoutMs` for its holder. Returns a function that releases it; undefined if held. */
export async function waitForLock(file, { timeoutMs = Infinity, onWait = () => {} } = {}) {
  const deadline = Date.now() + timeoutMs;
  for (let isFirst = true; ; isFirst = false) {
    const release = await tryLock(file);
    if (release || Date.now() >= deadline) return release;
    if (isFirst) onWait();
    await delay(POLL_MS);
  }
}

/** The system releases the lock when its holder ends, however it ends, so there are no stale locks to take over. */
export async function tryLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  try {
    return await (process.platform === "linux" ? lockName(file) : lockFile(file));
  } catch (error) {
    if (error.code === "EADDRINUSE" || error.code === "EAGAIN") return undefined;
    throw error;
  }
}

/** On Linux a socket whose name begins with a null byte is no file, and only one process can listen on it. */
async function lockName(file) {
  const path = join(realpathSync(dirname(file)), basename(file));
  const server = createServer().listen(`\0cloakroom-${createHash("sha256").update(path).digest("hex")}`);
  await once(server, "listening");
  server.unref();
  return () => void server.close();
}

function lockFile(file) {
  const { O_CREAT, O_NONBLOCK, O_RDWR } = constants;
  const descriptor = openSync(file, O_CREAT | O_NONBLOCK | O_RDWR | O_EXLOCK, 0o600);
  return () => closeSync(descriptor);
}
