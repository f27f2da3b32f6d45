import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

const HEADER = "x-cloakroom-storefront";

/**
 * The header that authenticates the storefront to the backend. The backend limits everybody else by IP address, and the
 * storefront is one address for all shoppers. Empty during a build without the secret: that is limited like anybody's
 * requests, and made to stay below the limits.
 * @returns HMAC-SHA256 of the header's name with REVALIDATE_SECRET, in hex
 */
export function storefrontProof(): Record<string, string> {
  const secret = env.isBuilding ? env.revalidateSecretIfSet : env.revalidateSecret;
  if (!secret) return {};
  return { [HEADER]: createHmac("sha256", secret).update(HEADER).digest("hex") };
}
