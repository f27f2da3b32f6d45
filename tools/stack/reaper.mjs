// A process beside each run, in plain JavaScript so that it starts at once. It holds the lock of the run's data folder
// (the first argument), is told which process groups the run has started and ended, and when the run is gone without
// having ended them, as after `kill -9`, ends them. Only then is the lock free.
import { setTimeout as delay } from "node:timers/promises";
import { waitForLock } from "../bootstrap/lock.mjs";

const GRACE_MS = 5_000;
const POLL_MS = 50;
/** Long enough for another run to stop, or for its reaper to end what it left. */
const LOCK_TIMEOUT_MS = GRACE_MS + 1_000;

const groups = new Set();

process.on("message", ({ started, ended }) => {
  if (started) groups.add(started);
  groups.delete(ended);
});
process.on("disconnect", async () => {
  const deadline = Date.now() + GRACE_MS;
  const isLeft = (group) => signal(group, 0);
  for (const group of groups) signal(group, "SIGINT");
  while ([...groups].some(isLeft) && Date.now() < deadline) await delay(POLL_MS);
  for (const group of groups) signal(group, "SIGKILL");
  process.exit();
});

if (await waitForLock(process.argv[2], { timeoutMs: LOCK_TIMEOUT_MS })) process.send("locked");
else process.exit(1);

/** Whether the group is there. */
function signal(group, name) {
  try {
    return process.kill(-group, name);
  } catch {
    return false;
  }
}
