import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { MAX_BODY_BYTES } from "@/lib/http/body-limit";
import { readLimitedBody } from "@/lib/http/limited-body";

/** How old, or how far ahead, a signed message may be: beyond it, it counts as a replay. */
const WINDOW_SECONDS = 300;

/** HMAC-SHA256 in hex. */
const SIGNATURE = /^[0-9a-f]{64}$/i;
/** Unix time in seconds. */
const TIMESTAMP = /^\d{1,12}$/;

type Refusal = { status: 401 | 413; code: "unsigned" | "too-large" };
export type SignedMessage = { ok: true; body: string } | ({ ok: false } & Refusal);

const UNSIGNED = { ok: false, status: 401, code: "unsigned" } as const;
const TOO_LARGE = { ok: false, status: 413, code: "too-large" } as const;

/**
 * Reads a message of the backend: HMAC-SHA256 over `{timestamp}.{body}` in hex, compared in constant time. The headers
 * are judged first, so that nothing of a message without them is read, and no more than `MAX_BODY_BYTES` of any other.
 * @param nowSeconds Unix time
 */
export async function readSignedMessage(request: Request, nowSeconds: number): Promise<SignedMessage> {
  const timestamp = request.headers.get("x-cloakroom-timestamp") ?? "";
  const signature = request.headers.get("x-cloakroom-signature") ?? "";
  if (!isSignable({ timestamp, signature }, nowSeconds)) return UNSIGNED;
  const body = await readLimitedBody(request, MAX_BODY_BYTES);
  if (body === null) return TOO_LARGE;
  const expected = createHmac("sha256", env.revalidateSecret).update(`${timestamp}.`).update(body).digest();
  return timingSafeEqual(Buffer.from(signature, "hex"), expected) ? { ok: true, body } : UNSIGNED;
}

/**
 * Whether a message has what a signature is checked with, from within the last minutes. The guard before Next asks it
 * too, so that nothing is read of a message without.
 * @param nowSeconds Unix time
 */
export function isSignable(
  { timestamp, signature }: { timestamp: string; signature: string },
  nowSeconds: number,
): boolean {
  if (!TIMESTAMP.test(timestamp) || !SIGNATURE.test(signature)) return false;
  return Math.abs(nowSeconds - Number(timestamp)) <= WINDOW_SECONDS;
}

/** The answer to a message that was not taken. The connection ends with it: what is left of the body stays unread. */
export function refuseMessage({ status, code }: Refusal): Response {
  return Response.json({ code }, { status, headers: { connection: "close", "cache-control": "no-store" } });
}
