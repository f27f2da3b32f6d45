import "server-only";
import type { IncomingMessage } from "node:http";

/** Set by the guard on every request; replaces a value that the client has sent. */
export const ARRIVAL_HEADER = "x-cloakroom-arrived";

/**
 * The monotonic clock of this process.
 * @returns `clock`: the start of the process, which identifies its clock; `now`: ms since the epoch, with microseconds
 */
export function readClock(): { clock: number; now: number } {
  const { timeOrigin } = performance;
  return { clock: timeOrigin, now: Math.round((timeOrigin + performance.now()) * 1_000) / 1_000 };
}

/** Sets the arrival header of a request to the current time. */
export function recordArrival({ headers }: Pick<IncomingMessage, "headers">): void {
  headers[ARRIVAL_HEADER] = String(readClock().now);
}
