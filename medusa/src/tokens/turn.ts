import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";
import { readBearer, requireCurrent } from "./bearer";

const PATIENCE_SECONDS = 10;

/**
 * Does something to a login, or issues a token for it, one request at a time. What asked for it must still be good when
 * its turn has come: otherwise a stolen token that raced a change of password would be exchanged for a fresh one.
 * @throws MedusaError "unauthorized"
 */
export async function inTurn(request: AuthenticatedMedusaRequest, job: () => Promise<void>): Promise<void> {
  const { auth_identity_id } = request.auth_context;
  const check = async () => {
    const claims = readBearer(request);
    if (claims) await requireCurrent(request, claims);
    await job();
  };
  const locking = request.scope.resolve(Modules.LOCKING);
  await locking.execute(`login:${auth_identity_id}`, check, { timeout: PATIENCE_SECONDS });
}
