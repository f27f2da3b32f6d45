import "server-only";
import { z } from "zod";

/** What a link from a reset mail says by itself. Medusa alone can tell whether it is genuine and still unused. */
const claims = z.object({ entity_id: z.email(), purpose: z.literal("reset"), exp: z.int() });

export type ResetLink = { email: string; expiresAt: Date };

/**
 * Reads the token of a reset link without believing it: for the e-mail address to sign in with once Medusa has taken
 * the token, and for telling somebody at once that a link has run out.
 * @returns null for what is no such token
 */
export function readResetLink(proof: string): ResetLink | null {
  try {
    const payload = Buffer.from(proof.split(".")[1] ?? "", "base64url").toString();
    const { entity_id, exp } = claims.parse(JSON.parse(payload));
    return { email: entity_id, expiresAt: new Date(exp * 1_000) };
  } catch {
    return null;
  }
}

/** Whether the link is worth showing a form for. */
export function isResetLinkOpen(proof: string | undefined): boolean {
  const link = proof ? readResetLink(proof) : null;
  return link !== null && link.expiresAt.getTime() > Date.now();
}
