import type { MedusaRequest } from "@medusajs/framework/http";
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils";
import { readClaims, readResetId, type Claims } from "./claims";
import { isOfSeries, type Login } from "./series";

/** What the request's bearer token says, null if it has none that can be believed. Whether it still holds is not asked. */
export function readBearer(request: MedusaRequest): Claims | null {
  return readClaims(request.headers.authorization, readSecret(request));
}

/** The id of the request's token if it is one for a password to be reset. */
export function readResetBearer(request: MedusaRequest): string | null {
  return readResetId(request.headers.authorization, readSecret(request));
}

/** @throws MedusaError "unauthorized" when the token was issued before its series ended, or its account is gone */
export async function requireCurrent(request: MedusaRequest, claims: Claims): Promise<void> {
  const [login] = await request.scope
    .resolve(Modules.AUTH)
    .listProviderIdentities(
      { auth_identity_id: claims.auth_identity_id, provider: claims.auth_provider },
      { select: ["id", "user_metadata", "auth_identity.app_metadata"], relations: ["auth_identity"] },
    );
  if (!isOfSeries(claims, login as Login | undefined)) throw refusal();
}

/** The same for every reason, so that nobody learns from it which tokens were good once. */
export function refusal(): MedusaError {
  return new MedusaError(MedusaError.Types.UNAUTHORIZED, "This token is not, or no longer, valid.");
}

function readSecret({ scope }: MedusaRequest): string {
  const { jwtSecret } = scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http;
  if (typeof jwtSecret !== "string")
    throw new Error("Tokens are signed with a secret here, not with a key pair.");
  return jwtSecret;
}
