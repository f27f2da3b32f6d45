import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { POST as refresh } from "@medusajs/medusa/api/auth/token/refresh/route";
import { withLoginLock } from "../../../../tokens/login-lock";

/**
 * Medusa's token refresh, under the login's lock: its read of the login must not precede a revocation that finishes
 * first.
 */
export function POST(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  return withLoginLock(request, async () => void (await refresh(request, response)));
}
