import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** A turn whose request has died is over after this long, which no merge takes. */
const TURN_SECONDS = 120;
const PATIENCE_MILLISECONDS = 10_000;
const POLL_MILLISECONDS = 150;

/**
 * Does the work when no other request, of any instance, is at the same cart: two that have read the same lines would
 * both add them.
 * @param key the cart's fingerprint
 * @throws AppError "unavailable" when the database is, or somebody else's turn does not end; and what the work throws
 */
export async function inTurn(key: string, work: () => Promise<void>): Promise<void> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  while (!(await take(key))) {
    if (Date.now() > end) throw new AppError("unavailable");
    await delay(POLL_MILLISECONDS);
  }
  try {
    await work();
  } finally {
    await giveBack(key);
  }
}

/** Made for each use: it holds nothing. "One at a time" is a limit of one, given back. */
function turns() {
  return new RateLimiterPrisma({
    storeClient: database(),
    tableName: "rateLimit",
    keyPrefix: "merge",
    points: 1,
    duration: TURN_SECONDS,
    clearExpiredByTimeout: false,
  });
}

async function take(key: string): Promise<boolean> {
  try {
    await turns().consume(key);
    return true;
  } catch (cause) {
    if (cause instanceof RateLimiterRes) return false;
    throw new AppError("unavailable", { cause });
  }
}

async function giveBack(key: string): Promise<void> {
  try {
    await turns().delete(key);
  } catch (error) {
    console.error("a turn at a cart runs out by itself:", error);
  }
}
