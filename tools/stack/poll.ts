import { setTimeout as delay } from "node:timers/promises";

type Pace = { everyMs: number; timeoutMs?: number };

/** Calls `check` until it returns something other than undefined, which is the result; undefined after the timeout. */
export async function poll<T>(
  check: () => T | undefined | Promise<T | undefined>,
  { everyMs, timeoutMs = Infinity }: Pace,
): Promise<T | undefined> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const result = await check();
    if (result !== undefined || Date.now() >= deadline) return result;
    await delay(everyMs);
  }
}
