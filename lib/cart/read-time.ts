import "server-only";
import { headers } from "next/headers";
import type { ReadTime } from "@/lib/cart/cart";
import { ARRIVAL_HEADER, readClock } from "@/lib/http/arrival";

/**
 * When the current request's cart was read: between the arrival of the request and now. The browser compares these, so
 * that an older cart never replaces a newer one, in whatever order responses arrive (docs/decisions/0025).
 */
export async function getReadTime(): Promise<ReadTime> {
  const { clock, now } = readClock();
  const arrived = Number((await headers()).get(ARRIVAL_HEADER) ?? 0);
  return { clock, from: arrived, to: now };
}
