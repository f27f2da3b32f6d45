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
  /** Seconds since 1970: issued, and no longer good. */
  iat: z.number(),
  exp: z.number(),
});

export type Claims = z.infer<typeof claimsSchema>;

const resetSchema = z.object({
  purpose: z.literal("reset"),
  /** Names this one token. */
  jti: z.string().min(1),
  /** The e-mail address of the login. */
  entity_id: z.string().min(1),
  actor_type: z.string(),
  /** The login's token series when the token was issued; left out before there was one. */
  sub: z.string().optional(),
});

export type ResetClaims = z.infer<typeof resetSchema>;

/**
 * What the bearer token of an `authorization` header says.
 * @returns null for a token that is forged, altered, expired or none that somebody signs in with
 */
export function readClaims(authorization: string | undefined, secret: string): Claims | null {
  return claimsSchema.safeParse(verify(authorization, secret)).data ?? null;
}

/** What a token that was mailed for a password to be reset says; null as above. */
export function readResetClaims(authorization: string | undefined, secret: string): ResetClaims | null {
  return resetSchema.safeParse(verify(authorization, secret)).data ?? null;
}

/** What a cookie session says: the claims of the token that it was begun with; null for one begun with anything else. */
export function readSessionClaims(context: unknown): Claims | null {
  return claimsSchema.safeParse(context).data ?? null;
}

function verify(authorization: string | undefined, secret: string): unknown {
  return getAuthContextFromJwtToken(authorization, secret, ["bearer"], ["*"], undefined, {
    algorithms: [TOKEN_ALGORITHM],
  });
}
