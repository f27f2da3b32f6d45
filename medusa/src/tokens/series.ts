import { randomUUID } from "node:crypto";
import type { Claims } from "./claims";

/** What a person signs in with, as far as it says which tokens hold. */
export interface Login {
  user_metadata?: Record<string, unknown> | null;
  auth_identity?: { app_metadata?: Record<string, unknown> | null } | null;
}

/** What to write onto a login so that no token issued before is believed any more. Medusa copies it into every later one. */
export function beginSeries(): { token_series: string } {
  return { token_series: randomUUID() };
}

/**
 * Whether a token is of the series that its login is in now, and speaks for the actor that the login belongs to.
 * A token that speaks for nobody yet is what a registration begins with.
 * @param login undefined when it has been deleted
 */
export function isOfSeries(claims: Claims, login: Login | undefined): boolean {
  if (!login || claims.user_metadata.token_series !== login.user_metadata?.token_series) return false;
  const actorId = login.auth_identity?.app_metadata?.[`${claims.actor_type}_id`];
  return claims.actor_id === "" || claims.actor_id === actorId;
}
