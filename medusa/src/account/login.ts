import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http";
import type { ProviderIdentityDTO } from "@medusajs/framework/types";
import { MedusaError, Modules } from "@medusajs/framework/utils";

export const PROVIDER = "emailpass";
const WRONG_CREDENTIALS = "Invalid email or password";

/**
 * The login of the requesting customer; `entity_id` is the e-mail address.
 * @throws MedusaError "not_found" for an account without a password
 */
export async function getLogin(request: AuthenticatedMedusaRequest): Promise<ProviderIdentityDTO> {
  const { auth_identity_id } = request.auth_context;
  const auth = request.scope.resolve(Modules.AUTH);
  const [login] = await auth.listProviderIdentities({ auth_identity_id, provider: PROVIDER });
  if (!login) throw new MedusaError(MedusaError.Types.NOT_FOUND, "This account has no password.");
  return login;
}

/** @throws MedusaError "forbidden" with the code "wrong_password" */
export async function requirePassword(request: AuthenticatedMedusaRequest, password: string): Promise<void> {
  const { entity_id: email } = await getLogin(request);
  const auth = request.scope.resolve(Modules.AUTH);
  const { success, error } = await auth.authenticate(PROVIDER, { body: { email, password } });
  if (success) return;
  // Medusa reports a failure of its database as a failed sign-in too.
  if (error !== WRONG_CREDENTIALS) throw new Error(error);
  throw new MedusaError(MedusaError.Types.FORBIDDEN, "The password is not right.", "wrong_password");
}
