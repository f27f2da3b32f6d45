import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";
import {
  readBearer,
  readCookieSession,
  createUnauthorizedError,
  requireValid,
  type Credentials,
} from "./bearer";

type Authenticated = Credentials & Pick<AuthenticatedMedusaRequest, "auth_context">;

const LOCK_TIMEOUT_SECONDS = 10;

/**
 * Changes a login or issues a token for it, one request at a time. The request's credentials are checked again under
 * the lock: a stolen token that races a password change could be exchanged for a fresh one otherwise.
 * @throws MedusaError "unauthorized"
 */
export async function withLoginLock(request: Authenticated, job: () => Promise<void>): Promise<void> {
  const { auth_identity_id } = request.auth_context;
  const check = async () => {
    await requireStillValid(request);
    await job();
  };
  const locking = request.scope.resolve(Modules.LOCKING);
  await locking.execute(`login:${auth_identity_id}`, check, { timeout: LOCK_TIMEOUT_SECONDS });
}

/**
 * Checks the credentials that Medusa has accepted: the cookie session if it was used, and the bearer token in any
 * case.
 */
async function requireStillValid(request: Authenticated): Promise<void> {
  const bearer = readBearer(request);
  if (bearer) await requireValid(request, bearer);
  const session = readCookieSession(request);
  if (session?.context !== request.auth_context) return;
  if (!session.claims) throw createUnauthorizedError();
  await requireValid(request, session.claims);
}
