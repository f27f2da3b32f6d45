import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

const HEADER = "x-cloakroom-storefront";

/**
 * The header by which the backend knows the storefront's own calls: it counts attempts of everybody else by machine,
 * and the storefront is one machine for all shoppers. None while building, when nothing is counted and there may be
 * no secret.
 * @returns HMAC-SHA256 of the header's name with REVALIDATE_SECRET, in hex
 */
export function storefrontProof(): Record<string, string> {
  if (env.isBuilding) return {};
  return { [HEADER]: createHmac("sha256", env.revalidateSecret).update(HEADER).digest("hex") };
}
