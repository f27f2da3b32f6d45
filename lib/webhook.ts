import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** How old, or how far ahead, a signed message may be: beyond it, it counts as a replay. */
const WINDOW_SECONDS = 300;

export type SignedMessage = { body: string; timestamp: string | null; signature: string | null };

/**
 * Whether the backend sent this message, lately: HMAC-SHA256 over `{timestamp}.{body}` in hex, compared in constant
 * time.
 * @param nowSeconds Unix time
 */
export function isFromBackend({ body, timestamp, signature }: SignedMessage, nowSeconds: number): boolean {
  if (!timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(nowSeconds - Number(timestamp)) > WINDOW_SECONDS) return false;
  const expected = createHmac("sha256", env.revalidateSecret).update(`${timestamp}.${body}`).digest();
  const given = Buffer.from(signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
