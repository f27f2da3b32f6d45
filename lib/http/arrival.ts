import "server-only";
import type { IncomingMessage } from "node:http";

/** Written by the guard on every request, over anything that a client has sent under this name. */
export const ARRIVAL_HEADER = "x-cloakroom-arrived";

/**
 * The clock of this process: it never goes back, and its start tells it from every other process's.
 * @returns `now` in milliseconds since the epoch, to the microsecond
 */
export function readClock(): { clock: number; now: number } {
  const { timeOrigin } = performance;
  return { clock: timeOrigin, now: Math.round((timeOrigin + performance.now()) * 1_000) / 1_000 };
}

/** Notes on a request when it reached this process. */
export function stampArrival({ headers }: Pick<IncomingMessage, "headers">): void {
  headers[ARRIVAL_HEADER] = String(readClock().now);
}
