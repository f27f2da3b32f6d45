import { asValue } from "@medusajs/framework/awilix";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { env } from "../env";
import type { Claims } from "./claims";

/**
 * Whether a token or cookie session is too old, whatever its series. Users' tokens have a lifetime of their own, which
 * counts from when they signed in; a shorter `ADMIN_TOKEN_TTL` holds for tokens issued before as well.
 * @param now milliseconds since 1970
 */
export function isExpired(claims: Claims, now: number): boolean {
  const seconds = now / 1_000;
  if (claims.exp <= seconds) return true;
  return claims.actor_type === "user" && claims.iat + env.adminTokenTtlSeconds <= seconds;
}

/**
 * Seconds that a user's next token may live: what is left of the one it is exchanged for, so that refreshing never
 * extends a user's sign-in; the whole lifetime without one.
 * @param now milliseconds since 1970
 */
export function getAdminLifetime(claims: Claims | null, now: number): number {
  if (!claims) return env.adminTokenTtlSeconds;
  return Math.max(1, Math.min(env.adminTokenTtlSeconds, Math.floor(claims.exp - now / 1_000)));
}

/** Lets tokens that this request is answered with live so long. Medusa knows one lifetime for all actors, in its configuration. */
export function setTokenLifetime(scope: MedusaContainer, seconds: number): void {
  const config = scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE);
  const { projectConfig } = config;
  const http = { ...projectConfig.http, jwtExpiresIn: `${seconds}s` };
  const limited = { ...config, projectConfig: { ...projectConfig, http } };
  scope.register(ContainerRegistrationKeys.CONFIG_MODULE, asValue(limited));
}
