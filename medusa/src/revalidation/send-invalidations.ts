import { setTimeout as wait } from "node:timers/promises";
import { env } from "../env";
import { signedHeaders } from "./signature";
import type { CacheInvalidation } from "./cache-invalidations";

const RETRY_AFTER_MS = 2_000;
const TIMEOUT_MS = 10_000;
const EVENTS_PER_MESSAGE = 100;

/**
 * Sends invalidations to the storefront. Each message is retried once.
 * @throws Error when the retry fails
 */
export async function sendInvalidations(events: CacheInvalidation[]): Promise<void> {
  for (let start = 0; start < events.length; start += EVENTS_PER_MESSAGE) {
    const body = JSON.stringify({ events: events.slice(start, start + EVENTS_PER_MESSAGE) });
    await post(body).catch(async () => {
      await wait(RETRY_AFTER_MS);
      await post(body);
    });
  }
}

async function post(body: string): Promise<void> {
  if (!env.revalidateSecret) throw new Error("REVALIDATE_SECRET is not set");
  const response = await fetch(new URL("/api/revalidate", env.storefrontUrl), {
    method: "POST",
    headers: signedHeaders(body, env.revalidateSecret, Math.floor(Date.now() / 1000)),
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`the storefront answered ${response.status}`);
}

/** Whether the storefront is not running, which is not an error of the backend. */
export function isConnectionRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === "ECONNREFUSED";
}
