import type { ReadTime } from "@/lib/cart/cart";

/** The tolerated difference between the clocks of two servers, in ms; NTP keeps them within a few. */
const CLOCK_TOLERANCE = 1_000;

export type ReadOrder = "newer" | "older" | "same" | "unknown";

/**
 * Compares two read times of the cart. "unknown" if they overlap: either may include a change that the other does not.
 */
export function compareReadTimes(one: ReadTime, other: ReadTime): ReadOrder {
  const isSameClock = one.clock === other.clock;
  // Parts of one response, such as an action's result and the page that comes with it.
  if (isSameClock && one.from === other.from) {
    if (one.to === other.to) return "same";
    return one.to > other.to ? "newer" : "older";
  }
  const tolerance = isSameClock ? 0 : CLOCK_TOLERANCE;
  if (one.from > other.to + tolerance) return "newer";
  return one.to < other.from - tolerance ? "older" : "unknown";
}
