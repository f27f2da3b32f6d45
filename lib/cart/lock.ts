import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { withTryLock } from "@/lib/advisory-lock";
import { AppError } from "@/lib/errors";
import { hashId } from "@/lib/hash";

const PATIENCE_MILLISECONDS = 10_000;
const POLL_MILLISECONDS = 150;

/**
 * Does the work when no other request, of any instance, is at the same cart: two that have read the same lines would
 * both add them. A request that dies, with its process or without, gives its lock up at once.
 * @throws AppError "unavailable" when the database is, or the other request takes too long; and what the work throws
 */
export async function withCartLock(cart: string, work: () => Promise<void>): Promise<void> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  // Between two tries no connection is held, so that those who wait keep nobody else from a lock.
  while (!(await withTryLock(`cart:${hashId("cart", cart)}`, work))) {
    if (Date.now() > end) throw new AppError("unavailable");
    await delay(POLL_MILLISECONDS);
  }
}
