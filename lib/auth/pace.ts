import "server-only";
import { setTimeout as wait } from "node:timers/promises";

const STEP_MILLISECONDS = 1_000;

/**
 * Lets a failure be known on the next full second only. The backend does the same work for known and unknown addresses
 * (`medusa/src/modules/emailpass`); this hides what is left of a difference.
 */
export async function failInStep<T>(attempt: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  try {
    return await attempt();
  } catch (error) {
    await untilStep(startedAt);
    throw error;
  }
}

/** Lets the end be known on a full second only, however it ends: it must not tell who has an account either. */
export async function endInStep<T>(attempt: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  try {
    return await attempt();
  } finally {
    await untilStep(startedAt);
  }
}

async function untilStep(startedAt: number): Promise<void> {
  await wait(STEP_MILLISECONDS - ((Date.now() - startedAt) % STEP_MILLISECONDS));
}
