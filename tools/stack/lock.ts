import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { poll } from "./poll";
import { identify, isAlive, type ProcessIdentity } from "./process-identity";

export type Lock = { release: () => void };

const POLL_MS = 200;

/** Takes a lock that its holder's death releases: the file names the process. Undefined while another one holds it. */
export function tryLock(file: string): Lock | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(identify(process.pid)));
  try {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (link(own, file)) return { release: () => rmSync(file, { force: true }) };
      if (holderOf(file) !== undefined) return undefined;
      rmSync(file, { force: true });
    }
    return undefined;
  } finally {
    rmSync(own, { force: true });
  }
}

type Patience = { timeoutMs?: number; onWait?: (holder: number) => void };

/** Takes the lock, waiting up to `timeoutMs` for its holder, whose process id `onWait` is told once. */
export async function waitForLock(file: string, { timeoutMs, onWait }: Patience = {}) {
  let isWaiting = false;
  const take = () => {
    const lock = tryLock(file);
    if (!lock && !isWaiting) onWait?.(holderOf(file) ?? 0);
    isWaiting = true;
    return lock;
  };
  return poll(take, { everyMs: POLL_MS, timeoutMs });
}

/** The process id of the living holder. */
function holderOf(file: string): number | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as ProcessIdentity;
    return isAlive(holder) ? holder.pid : undefined;
  } catch {
    return undefined;
  }
}

/** A hard link appears with its content, so a lock is never read while it is being written. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
