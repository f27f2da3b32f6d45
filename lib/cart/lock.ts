import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { withTryLock } from "@/lib/advisory-lock";
import { AppError } from "@/lib/errors";
import { hashId } from "@/lib/hash";

const PATIENCE_MS = 10_000;
const POLL_MS = 150;

/**
 * Runs the work while no other request, on any instance, holds the lock of the same cart; waits up to ten seconds. The
 * lock is released at once if the request or its process dies.
 * @throws AppError "unavailable" when the database is down or the wait was too long, and the errors of the work
 */
export async function withCartLock(cart: string, work: () => Promise<void>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  // Waiting holds no connection, so it keeps no other request from a lock.
  while (!(await withTryLock(`cart:${hashId("cart", cart)}`, work))) {
    if (Date.now() > end) throw new AppError("unavailable");
    await delay(POLL_MS);
  }
}
