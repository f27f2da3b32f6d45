import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";
import { POST as refresh } from "@medusajs/medusa/api/auth/token/refresh/route";
import { getLogin } from "../../../../../../account/login";
import { bumpTokenVersion } from "../../../../../../tokens/token-version";
import { withLoginLock } from "../../../../../../tokens/login-lock";

/**
 * Revokes every token of the customer, including the one sent.
 *
 * 200 `{ token }`: a fresh one · 401 invalid token
 */
export function POST(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  return withLoginLock(request, async () => {
    const { id } = await getLogin(request);
    const auth = request.scope.resolve(Modules.AUTH);
    await auth.updateProviderIdentities({ id, user_metadata: bumpTokenVersion() });
    await refresh(request, response);
  });
}
