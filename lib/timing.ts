import "server-only";
import { setTimeout as wait } from "node:timers/promises";

const STEP_MS = 1_000;

/**
 * Delays a failure to the next full second after the start, against timing attacks. The backend does the same work for
 * known and unknown addresses (`medusa/src/modules/emailpass`); this hides the remaining difference.
 */
export async function padFailureTiming<T>(attempt: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  try {
    return await attempt();
  } catch (error) {
    await waitForStep(startedAt);
    throw error;
  }
}

/** Delays success and failure alike to the next full second, where either could reveal who has an account. */
export async function padTiming<T>(attempt: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  try {
    return await attempt();
  } finally {
    await waitForStep(startedAt);
  }
}

async function waitForStep(startedAt: number): Promise<void> {
  await wait(STEP_MS - ((Date.now() - startedAt) % STEP_MS));
}
