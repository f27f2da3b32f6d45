import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { POST as update } from "@medusajs/medusa/api/auth/[actor_type]/[auth_provider]/update/route";
import { emitEvent, PASSWORD_CHANGED } from "../../../../../account/events";
import { requireValidResetToken } from "../../../../../tokens/bearer";
import { withLoginLock } from "../../../../../tokens/login-lock";

/**
 * Medusa's password reset, under the login's lock. The reset token is checked again there, because a password set
 * meanwhile has ended it. `modules/emailpass` revokes earlier tokens.
 */
export function POST(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  return withLoginLock(request, async () => {
    await requireValidResetToken(request);
    await update(request, response);
    const { actor_type, actor_id: email } = request.auth_context;
    if (actor_type === "customer") await emitEvent(request.scope, PASSWORD_CHANGED, { email });
  });
}
