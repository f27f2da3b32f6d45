import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { POST as refresh } from "@medusajs/medusa/api/auth/token/refresh/route";
import { withLoginLock } from "../../../../tokens/login-lock";

/** Medusa's own renewal, which reads the login once more: it must not do so after a revocation that came in between. */
export function POST(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  return withLoginLock(request, async () => void (await refresh(request, response)));
}
