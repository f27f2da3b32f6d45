import { getAuthContextFromJwtToken } from "@medusajs/framework/http";
import { z } from "@medusajs/framework/zod";
import { TOKEN_ALGORITHM } from "./algorithm";

const claimsSchema = z.object({
  /** Empty until the registration is complete. */
  actor_id: z.string(),
  actor_type: z.string(),
  auth_identity_id: z.string().min(1),
  auth_provider: z.string().min(1),
  user_metadata: z.object({ token_series: z.string().optional() }),
  /** Issue and expiry time, in seconds since 1970. */
  iat: z.number(),
  exp: z.number(),
});

export type Claims = z.infer<typeof claimsSchema>;

const resetSchema = z.object({
  purpose: z.literal("reset"),
  /** Unique id of the token. */
  jti: z.string().min(1),
  /** The e-mail address of the login. */
  entity_id: z.string().min(1),
  actor_type: z.string(),
  /** The login's token version at issue; missing before the first. */
  sub: z.string().optional(),
});

export type ResetClaims = z.infer<typeof resetSchema>;

/**
 * Verifies the bearer token of an `authorization` header and returns its claims.
 * @returns null for a forged, expired or foreign token, and for one that is not for signing in
 */
export function readClaims(authorization: string | undefined, secret: string): Claims | null {
  return claimsSchema.safeParse(verify(authorization, secret)).data ?? null;
}

/** As `readClaims`, for password reset tokens. */
export function readResetClaims(authorization: string | undefined, secret: string): ResetClaims | null {
  return resetSchema.safeParse(verify(authorization, secret)).data ?? null;
}

/** Claims of a cookie session, which are those of the token it was started with; null for any other. */
export function readSessionClaims(context: unknown): Claims | null {
  return claimsSchema.safeParse(context).data ?? null;
}

function verify(authorization: string | undefined, secret: string): unknown {
  return getAuthContextFromJwtToken(authorization, secret, ["bearer"], ["*"], undefined, {
    algorithms: [TOKEN_ALGORITHM],
  });
}
