import { getAuthContextFromJwtToken } from "@medusajs/framework/http";
import { z } from "@medusajs/framework/zod";
import { TOKEN_ALGORITHM } from "./algorithm";

const claimsSchema = z.object({
  /** Empty until the registration that the token was issued for is complete. */
  actor_id: z.string(),
  actor_type: z.string(),
  auth_identity_id: z.string().min(1),
  auth_provider: z.string().min(1),
  user_metadata: z.object({ token_series: z.string().optional() }),
});

export type Claims = z.infer<typeof claimsSchema>;

const resetSchema = z.object({
  purpose: z.literal("reset"),
  /** Names this one token. */
  jti: z.string().min(1),
});

/**
 * What the bearer token of an `authorization` header says.
 * @returns null for a token that is forged, altered, expired or none that somebody signs in with
 */
export function readClaims(authorization: string | undefined, secret: string): Claims | null {
  return claimsSchema.safeParse(verify(authorization, secret)).data ?? null;
}

/** The id of a token that was mailed for a password to be reset; null as above. */
export function readResetId(authorization: string | undefined, secret: string): string | null {
  return resetSchema.safeParse(verify(authorization, secret)).data?.jti ?? null;
}

function verify(authorization: string | undefined, secret: string): unknown {
  return getAuthContextFromJwtToken(authorization, secret, ["bearer"], ["*"], undefined, {
    algorithms: [TOKEN_ALGORITHM],
  });
}
