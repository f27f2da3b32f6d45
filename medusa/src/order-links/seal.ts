import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { z } from "@medusajs/framework/zod";

/** So that logs and scans can recognise one. */
const PREFIX = "ol_";
const ALGORITHM = "aes-256-gcm";
const PURPOSE = "cloakroom:order-link";
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const MAX_LENGTH = 400;
const FORMAT = /^ol_[\w-]+$/u;

/** How long a link opens its order. The mail states the end. */
export const ORDER_LINK_DAYS = 60;

const contentSchema = z.object({ order: z.string(), email: z.string(), until: z.number() });

/** What a link gives access to. `email`: a hash of the address that it was mailed to; `until`: in ms since 1970. */
export type OrderLink = z.infer<typeof contentSchema>;

/**
 * Encrypts and authenticates a link to an order (AES-256-GCM), so that it can be neither read nor changed.
 * @param secret JWT_SECRET; a new one ends all links
 * @returns `ol_` and base64url: iv, tag and content
 */
export function sealOrderLink(link: OrderLink, secret: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, deriveKey(secret), iv);
  const content = Buffer.concat([cipher.update(JSON.stringify(link)), cipher.final()]);
  return PREFIX + Buffer.concat([iv, cipher.getAuthTag(), content]).toString("base64url");
}

/** @returns null for a token that was changed, was sealed with another secret, or has ended */
export function unsealOrderLink(token: string, secret: string, now = Date.now()): OrderLink | null {
  if (token.length > MAX_LENGTH || !FORMAT.test(token)) return null;
  const bytes = Buffer.from(token.slice(PREFIX.length), "base64url");
  const content = bytes.subarray(IV_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, deriveKey(secret), bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = Buffer.concat([decipher.update(content), decipher.final()]).toString("utf8");
    const link = contentSchema.parse(JSON.parse(text));
    return link.until > now ? link : null;
  } catch {
    return null;
  }
}

/** The hash of an e-mail address in a link: an order whose address has changed is not opened by older links. */
export function hashEmail(email: string): string {
  return createHash("sha256").update(`${PURPOSE}\n${email.toLowerCase()}`).digest("base64url").slice(0, 22);
}

function deriveKey(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", PURPOSE, KEY_BYTES));
}
