import "server-only";
import { headers } from "next/headers";
import type { Reading } from "@/lib/cart/cart";
import { ARRIVAL_HEADER, readClock } from "@/lib/http/arrival";

/**
 * When the cart in hand was read: between the arrival of the request at this process and now. Browsers compare it, so
 * that an older cart never replaces a newer one, in whatever order answers arrive.
 */
export async function getReading(): Promise<Reading> {
  const { clock, now } = readClock();
  const arrived = Number((await headers()).get(ARRIVAL_HEADER) ?? 0);
  return { clock, from: arrived, to: now };
}
