import type { MedusaRequest } from "@medusajs/framework/http";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils";
import { PROVIDER } from "../account/login";
import { readClaims, readResetClaims, readSessionClaims, type Claims, type ResetClaims } from "./claims";
import { isExpired } from "./lifetime";
import { hasCurrentVersion, hasCurrentResetVersion, type Login } from "./token-version";

/** The parts of a request that hold credentials. */
export type Credentials = Pick<MedusaRequest, "headers" | "scope" | "session">;

const LOGIN = {
  select: ["id", "user_metadata", "auth_identity.app_metadata"],
  relations: ["auth_identity"],
};

/** Claims of the request's bearer token; null without a verified one. Does not check whether it is still valid. */
export function readBearer(request: Credentials): Claims | null {
  return readClaims(request.headers.authorization, readSecret(request.scope));
}

/** Claims of the request's password reset token; null without a verified one. */
function readResetBearer(request: Credentials): ResetClaims | null {
  return readResetClaims(request.headers.authorization, readSecret(request.scope));
}

/**
 * Medusa's cookie session of the request.
 * @returns undefined without one; `claims` is null for a session that was not started with a token of this shop
 */
export function readCookieSession(request: Credentials) {
  const session = request.session as { auth_context?: unknown } | undefined;
  if (!session?.auth_context) return undefined;
  const { auth_context: context } = session;
  return { context, claims: readSessionClaims(context), clear: () => void delete session.auth_context };
}

/**
 * Whether a token or session is still valid: not expired, of its login's current token version, and with an existing
 * actor.
 */
export async function isValid(scope: MedusaContainer, claims: Claims): Promise<boolean> {
  if (isExpired(claims, Date.now())) return false;
  const filters = { auth_identity_id: claims.auth_identity_id, provider: claims.auth_provider };
  const [[login], actorIsThere] = await Promise.all([
    scope.resolve(Modules.AUTH).listProviderIdentities(filters, LOGIN),
    hasActor(scope, claims),
  ]);
  return actorIsThere && hasCurrentVersion(claims, login as Login | undefined);
}

/** @throws MedusaError "unauthorized" when the token is revoked or expired, or its account is gone */
export async function requireValid(request: Credentials, claims: Claims): Promise<void> {
  if (!(await isValid(request.scope, claims))) throw createUnauthorizedError();
}

/** @throws MedusaError "unauthorized" when the reset token is revoked, or for another actor type */
export async function requireValidResetToken(request: Credentials): Promise<ResetClaims> {
  const claims = readResetBearer(request);
  if (!claims) throw createUnauthorizedError();
  const login = await findLogin(request.scope, claims.entity_id);
  if (!hasCurrentResetVersion(claims, login)) throw createUnauthorizedError();
  return claims;
}

/** The login of an e-mail address; undefined without one. */
export async function findLogin(scope: MedusaContainer, email: string): Promise<Login | undefined> {
  const filters = { entity_id: email, provider: PROVIDER };
  const [login] = await scope.resolve(Modules.AUTH).listProviderIdentities(filters, LOGIN);
  return login as Login | undefined;
}

/** The same for every reason, so that it does not reveal which tokens were once valid. */
export function createUnauthorizedError(): MedusaError {
  return new MedusaError(MedusaError.Types.UNAUTHORIZED, "This token is not, or no longer, valid.");
}

/** Medusa unlinks only one login of a deleted account, so the actor itself is checked. */
async function hasActor(scope: MedusaContainer, { actor_id: id, actor_type }: Claims): Promise<boolean> {
  if (!id) return true;
  const [actor] =
    actor_type === "user"
      ? await scope.resolve(Modules.USER).listUsers({ id }, { select: ["id"] })
      : await scope.resolve(Modules.CUSTOMER).listCustomers({ id }, { select: ["id"] });
  return actor !== undefined;
}

function readSecret(scope: MedusaContainer): string {
  const { jwtSecret } = scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http;
  if (typeof jwtSecret !== "string")
    throw new Error("Tokens are signed with a secret here, not with a key pair.");
  return jwtSecret;
}
