import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { POST as update } from "@medusajs/medusa/api/auth/[actor_type]/[auth_provider]/update/route";
import { emitEvent, PASSWORD_CHANGED } from "../../../../../account/events";
import { requireValidResetToken } from "../../../../../tokens/bearer";
import { withLoginLock } from "../../../../../tokens/login-lock";

/**
 * Medusa's own reset. That the new password ends every earlier token is the provider's doing: `modules/emailpass`. The
 * link is asked about again in its turn: a password that was set in between has ended it.
 */
export function POST(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  return withLoginLock(request, async () => {
    await requireValidResetToken(request);
    await update(request, response);
    const { actor_type, actor_id: email } = request.auth_context;
    if (actor_type === "customer") await emitEvent(request.scope, PASSWORD_CHANGED, { email });
  });
}
