import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";
import { POST as refresh } from "@medusajs/medusa/api/auth/token/refresh/route";
import { getLogin } from "../../../../../../account/login";
import { bumpTokenVersion } from "../../../../../../tokens/token-version";
import { withLoginLock } from "../../../../../../tokens/login-lock";

/**
 * Signs the customer out everywhere. Every token issued before is refused from then on, the one shown here included.
 *
 * 200 `{ token }`: a fresh one · 401 the token is not valid
 */
export function POST(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  return withLoginLock(request, async () => {
    const { id } = await getLogin(request);
    const auth = request.scope.resolve(Modules.AUTH);
    await auth.updateProviderIdentities({ id, user_metadata: bumpTokenVersion() });
    await refresh(request, response);
  });
}
