import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

/**
 * Stands for a value that must not be kept itself: equal values can be told to be equal, nothing can be read back.
 * Keyed, so that trying every address or id does not help; it changes when `AUTH_SECRET` does.
 */
export function fingerprint(
  kind: "account" | "address" | "cart" | "session" | "told",
  value: string,
): string {
  return createHmac("sha256", env.authSecrets[0])
    .update(`${kind}\n${value}`)
    .digest("base64url")
    .slice(0, 22);
}
