import { createHmac, timingSafeEqual } from "node:crypto";

export const PROOF_HEADER = "x-cloakroom-storefront";

/**
 * Whether a request comes from the storefront, by a value that only the two can compute
 * (lib/medusa/storefront-proof.ts). Compares in constant time.
 * @param secret REVALIDATE_SECRET; without it no request is the storefront's
 */
export function isStorefrontProof(given: string | string[] | undefined, secret: string | undefined): boolean {
  if (!secret || typeof given !== "string") return false;
  const expected = createHmac("sha256", secret).update(PROOF_HEADER).digest();
  const proof = Buffer.from(given, "hex");
  return proof.length === expected.length && timingSafeEqual(proof, expected);
}
