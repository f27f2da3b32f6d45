import type { ReadTime } from "@/lib/cart/cart";

/** How far the clocks of two machines may be apart, in milliseconds; NTP keeps them within a few. */
const CLOCK_TOLERANCE = 1_000;

export type ReadOrder = "newer" | "older" | "same" | "unknown";

/**
 * How one reading of the cart compares with another. "unknown" when they overlap: then either may have seen a change
 * that the other has not.
 */
export function compareReadTimes(one: ReadTime, other: ReadTime): ReadOrder {
  const isSameClock = one.clock === other.clock;
  // Parts of one answer, such as an action's result and the page that comes with it.
  if (isSameClock && one.from === other.from) {
    if (one.to === other.to) return "same";
    return one.to > other.to ? "newer" : "older";
  }
  const tolerance = isSameClock ? 0 : CLOCK_TOLERANCE;
  if (one.from > other.to + tolerance) return "newer";
  return one.to < other.from - tolerance ? "older" : "unknown";
}
