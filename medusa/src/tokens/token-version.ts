import { randomUUID } from "node:crypto";
import type { Claims, ResetClaims } from "./claims";
import { mayActAs, type AppMetadata } from "./roles";

/** What a person signs in with, as far as it says which tokens hold. */
export interface Login {
  user_metadata?: Record<string, unknown> | null;
  auth_identity?: { app_metadata?: AppMetadata } | null;
}

/** What to write onto a login so that no token issued before is believed any more. Medusa copies it into every later one. */
export function bumpTokenVersion(): { token_series: string } {
  return { token_series: randomUUID() };
}

/**
 * Whether a token is of the series that its login is in now, and speaks for the actor that the login belongs to.
 * A token that speaks for nobody yet is what a registration begins with: it holds until the login belongs to another
 * kind of actor.
 * @param login undefined when it has been deleted
 */
export function hasCurrentVersion(claims: Claims, login: Login | undefined): boolean {
  if (!login || claims.user_metadata.token_series !== login.user_metadata?.token_series) return false;
  const appMetadata = login.auth_identity?.app_metadata;
  if (!mayActAs(claims.actor_type, appMetadata)) return false;
  return claims.actor_id === "" || claims.actor_id === appMetadata?.[`${claims.actor_type}_id`];
}

/** Whether a token that resets a password was issued in the series that its login is in now, and for its kind of actor. */
export function hasCurrentResetVersion(claims: ResetClaims, login: Login | undefined): boolean {
  if (!login || claims.sub !== login.user_metadata?.token_series) return false;
  return mayActAs(claims.actor_type, login.auth_identity?.app_metadata);
}
