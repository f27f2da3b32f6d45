import "server-only";
import { startSession } from "@/lib/auth/sign-in";
import { orThrowUnavailable, reachDatabase } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders } from "@/lib/medusa/headers";
import { countAgainst } from "@/lib/rate-limit";
import { requireCustomer } from "@/lib/session/session";
import { readCustomerId, parseNewToken } from "@/lib/session/backend-token";
import type { RevocationReason } from "@/lib/session/rotation";
import { sessionStore } from "@/lib/session/store";

type RevokeAllReason = Extract<
  RevocationReason,
  "password-changed" | "password-reset" | "email-changed" | "signed-out-everywhere"
>;

/**
 * Revokes every session of a customer, on every device and instance, and starts a new one in this browser.
 *
 * The order leaves no old session usable, whichever step fails:
 * 1. If the database is down it stops before anything has changed. It holds no connection during step 2: there are ten,
 *    and the backend is slow with passwords.
 * 2. `revokeBackendTokens` makes the backend refuse all earlier tokens. A session is useless without its token, so from
 *    here on the old ones are, whatever happens next: a lost response, or a concurrent sign-in with the old password.
 * 3. The rows are revoked and logged, all or none. Every instance refuses them at the next request and can say why.
 * 4. Only then does this browser get a new row, with the new token.
 * @param revokeBackendTokens revokes the customer's backend tokens and returns a new one
 * @throws AppError the one that `revokeBackendTokens` throws, before any row was revoked; "unavailable" when a database or
 *   the backend does not answer, at whichever step
 */
export async function revokeAllSessions(
  reason: RevokeAllReason,
  revokeBackendTokens: () => Promise<string>,
): Promise<void> {
  await reachDatabase();
  const newToken = await revokeBackendTokens();
  const customerId = readCustomerId(newToken);
  if (!customerId) throw new AppError("unavailable");
  await orThrowUnavailable(sessionStore.revokeAll({ customerId, reason }));
  await startSession(newToken);
}

/** Revokes every session of the customer but a new one here. @throws AppError "signed-out", "too-many-attempts", "unavailable" */
export async function signOutEverywhere(): Promise<void> {
  const { customerId, backendToken } = await requireCustomer();
  await countAgainst("change-customer", customerId);
  const identity = customerHeaders(backendToken);
  await revokeAllSessions("signed-out-everywhere", async () =>
    parseNewToken(await callAs(identity, "/store/customers/me/tokens/revoke", { method: "POST" })),
  );
}
