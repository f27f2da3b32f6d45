import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "@medusajs/framework/zod";

/** How old, or how far in the future, a notice may be; beyond that it is refused as a replay. */
const WINDOW_SECONDS = 300;
const TIME = /^\d{1,12}$/;
/** HMAC-SHA256 in hex. */
const SIGNATURE = /^[0-9a-f]{64}$/;

const noticeSchema = z.object({ reference: z.string().regex(/^[\w-]{1,100}$/) });

interface SignedNotice {
  body: string;
  headers: Record<string, unknown>;
}

/**
 * The reference of the payment that a notice of the bank is about; null unless the bank has signed it. Nothing else of
 * a notice is read: what has become of the payment, the bank itself is asked.
 * @param notice `body`: as it was received, byte by byte
 * @param nowSeconds Unix time
 */
export function readNotice(notice: SignedNotice, secret: string, nowSeconds: number): string | null {
  if (!isSigned(notice, secret, nowSeconds)) return null;
  try {
    return noticeSchema.safeParse(JSON.parse(notice.body)).data?.reference ?? null;
  } catch {
    return null;
  }
}

function isSigned({ body, headers }: SignedNotice, secret: string, nowSeconds: number): boolean {
  const time = String(headers["x-demo-bank-time"] ?? "");
  const signature = String(headers["x-demo-bank-signature"] ?? "");
  if (!TIME.test(time) || !SIGNATURE.test(signature)) return false;
  if (Math.abs(nowSeconds - Number(time)) > WINDOW_SECONDS) return false;
  const expected = createHmac("sha256", secret).update(`${time}.${body}`).digest();
  return timingSafeEqual(expected, Buffer.from(signature, "hex"));
}
