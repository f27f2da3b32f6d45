import { asValue } from "@medusajs/framework/awilix";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { env } from "../env";
import type { Claims } from "./claims";

/**
 * Whether a token or cookie session has expired. Users' tokens have a lifetime of their own, counted from sign-in; a
 * shorter `ADMIN_TOKEN_TTL` applies to earlier tokens too.
 * @param now milliseconds since 1970
 */
export function isExpired(claims: Claims, now: number): boolean {
  const seconds = now / 1_000;
  if (claims.exp <= seconds) return true;
  return claims.actor_type === "user" && claims.iat + env.adminTokenTtlSeconds <= seconds;
}

/**
 * Lifetime of a user's next token in seconds: what is left of the exchanged token, so that refreshing never extends a
 * sign-in; the full lifetime without one.
 * @param now milliseconds since 1970
 */
export function getAdminLifetime(claims: Claims | null, now: number): number {
  if (!claims) return env.adminTokenTtlSeconds;
  return Math.max(1, Math.min(env.adminTokenTtlSeconds, Math.floor(claims.exp - now / 1_000)));
}

/**
 * Sets the lifetime of tokens that this request issues. Medusa's configuration has one lifetime for all actor types.
 */
export function setTokenLifetime(scope: MedusaContainer, seconds: number): void {
  const config = scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE);
  const { projectConfig } = config;
  const http = { ...projectConfig.http, jwtExpiresIn: `${seconds}s` };
  const limited = { ...config, projectConfig: { ...projectConfig, http } };
  scope.register(ContainerRegistrationKeys.CONFIG_MODULE, asValue(limited));
}
