import { randomUUID } from "node:crypto";
import type { Claims, ResetClaims } from "./claims";
import { mayActAs, type AppMetadata } from "./roles";

/** The part of a login that decides which tokens are valid. */
export interface Login {
  user_metadata?: Record<string, unknown> | null;
  auth_identity?: { app_metadata?: AppMetadata } | null;
}

/**
 * Metadata that revokes every earlier token of a login. Medusa copies it into every later token. The stored name is
 * `token_series`.
 */
export function bumpTokenVersion(): { token_series: string } {
  return { token_series: randomUUID() };
}

/**
 * Whether a token has its login's current token version and the login's actor. A token without an actor belongs to a
 * registration: it is valid until the login belongs to another actor type.
 * @param login undefined when it has been deleted
 */
export function hasCurrentVersion(claims: Claims, login: Login | undefined): boolean {
  if (!login || claims.user_metadata.token_series !== login.user_metadata?.token_series) return false;
  const appMetadata = login.auth_identity?.app_metadata;
  if (!mayActAs(claims.actor_type, appMetadata)) return false;
  return claims.actor_id === "" || claims.actor_id === appMetadata?.[`${claims.actor_type}_id`];
}

/** Whether a password reset token has its login's current token version and actor type. */
export function hasCurrentResetVersion(claims: ResetClaims, login: Login | undefined): boolean {
  if (!login || claims.sub !== login.user_metadata?.token_series) return false;
  return mayActAs(claims.actor_type, login.auth_identity?.app_metadata);
}
