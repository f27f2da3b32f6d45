import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { POST as update } from "@medusajs/medusa/api/auth/[actor_type]/[auth_provider]/update/route";
import { announce, PASSWORD_CHANGED } from "../../../../../account/announcement";
import { requireCurrentReset } from "../../../../../tokens/bearer";
import { inTurn } from "../../../../../tokens/turn";

/**
 * Medusa's own reset. That the new password ends every earlier token is the provider's doing: `modules/emailpass`. The
 * link is asked about again in its turn: a password that was set in between has ended it.
 */
export function POST(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  return inTurn(request, async () => {
    await requireCurrentReset(request);
    await update(request, response);
    const { actor_type, actor_id: email } = request.auth_context;
    if (actor_type === "customer") await announce(request.scope, PASSWORD_CHANGED, { email });
  });
}
