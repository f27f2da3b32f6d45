import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { MAX_BODY_BYTES } from "@/lib/http/body-limit";

/** How old, or how far in the future, a signed message may be; beyond that it is refused as a replay. */
const WINDOW_SECONDS = 300;

/** HMAC-SHA256 in hex. */
const SIGNATURE = /^[0-9a-f]{64}$/i;
/** Unix time in seconds. */
const TIMESTAMP = /^\d{1,12}$/;

type SignatureRefusal = { status: 401 | 413; code: "unsigned" | "too-large" };
export type SignedMessage = { ok: true; body: string } | ({ ok: false } & SignatureRefusal);

const UNSIGNED = { ok: false, status: 401, code: "unsigned" } as const;
const TOO_LARGE = { ok: false, status: 413, code: "too-large" } as const;

/**
 * Reads and verifies a signed message of the backend: HMAC-SHA256 over `{timestamp}.{body}` with `REVALIDATE_SECRET`,
 * in hex, compared in constant time. The headers are checked before anything of the body is read, and no more than
 * `MAX_BODY_BYTES` of it are.
 * @param nowSeconds Unix time
 */
export async function readSignedMessage(request: Request, nowSeconds: number): Promise<SignedMessage> {
  const timestamp = request.headers.get("x-cloakroom-timestamp") ?? "";
  const signature = request.headers.get("x-cloakroom-signature") ?? "";
  if (!isSignatureWellFormed({ timestamp, signature }, nowSeconds)) return UNSIGNED;
  const body = await readLimitedBody(request, MAX_BODY_BYTES);
  if (body === null) return TOO_LARGE;
  const expected = createHmac("sha256", env.revalidateSecret).update(`${timestamp}.`).update(body).digest();
  return timingSafeEqual(Buffer.from(signature, "hex"), expected) ? { ok: true, body } : UNSIGNED;
}

/**
 * Whether the headers of a message have the form of a timestamp within the window and of a signature. The guard before
 * Next checks it too, before it reads the body.
 * @param nowSeconds Unix time
 */
export function isSignatureWellFormed(
  { timestamp, signature }: { timestamp: string; signature: string },
  nowSeconds: number,
): boolean {
  if (!TIMESTAMP.test(timestamp) || !SIGNATURE.test(signature)) return false;
  return Math.abs(nowSeconds - Number(timestamp)) <= WINDOW_SECONDS;
}

/** The response to a refused message. Closes the connection, as the rest of the body has not been read. */
export function toRefusalResponse({ status, code }: SignatureRefusal): Response {
  return Response.json({ code }, { status, headers: { connection: "close", "cache-control": "no-store" } });
}

/**
 * Reads the body of a request up to a limit.
 * @returns null for a body of more than `maxBytes` or with an invalid `Content-Length`
 */
async function readLimitedBody(request: Request, maxBytes: number): Promise<string | null> {
  const declared = request.headers.get("content-length");
  if (declared !== null && !(Number(declared) <= maxBytes)) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.byteLength;
    if (length > maxBytes) {
      await reader?.cancel();
      return null;
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}
