import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

const HEADER = "x-cloakroom-storefront";

/**
 * The header that authenticates the storefront to the backend. The backend limits everybody else by IP address, and the
 * storefront is one address for all shoppers. Empty during the build, when there may be no secret.
 * @returns HMAC-SHA256 of the header's name with REVALIDATE_SECRET, in hex
 */
export function storefrontProof(): Record<string, string> {
  if (env.isBuilding) return {};
  return { [HEADER]: createHmac("sha256", env.revalidateSecret).update(HEADER).digest("hex") };
}
