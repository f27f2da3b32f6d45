import "server-only";
import { enter } from "@/lib/auth/sign-in";
import { orThrowUnavailable, reachDatabase } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders } from "@/lib/medusa/headers";
import { countAgainst } from "@/lib/rate-limit";
import { requireCustomer } from "@/lib/session/session";
import { readCustomerId, parseNewToken } from "@/lib/session/backend-token";
import type { RevocationReason } from "@/lib/session/rotation";
import { sessionStore } from "@/lib/session/store";

type EverywhereReason = Extract<
  RevocationReason,
  "password-changed" | "password-reset" | "email-changed" | "signed-out-everywhere"
>;

/**
 * Ends every session of a customer, on every device and instance, and gives this browser a new one.
 *
 * The order leaves no old session alive, wherever it breaks off:
 * 1. A database that is away stops it while nothing has changed. No connection is kept from here on: there are ten,
 *    and the backend takes its time over passwords.
 * 2. `stamp` makes the backend refuse every token from before. A session can show and change nothing without its
 *    token, so from here on the old ones are worthless, whatever becomes of the rest, of an answer that is lost or of
 *    somebody who signed in with the old password a moment ago.
 * 3. The rows are revoked and recorded, all or none: every instance refuses them on its next request, and can say why.
 * 4. Only then does this browser get a row of its own, with a token from after the stamp.
 * @param stamp the backend's part: ends the customer's tokens and gives the first one of the new kind
 * @throws AppError of `stamp`, then no row has ended; "unavailable" leaves open how far it came
 */
export async function endEverywhere(reason: EverywhereReason, stamp: () => Promise<string>): Promise<void> {
  await reachDatabase();
  const fresh = await stamp();
  const customerId = readCustomerId(fresh);
  if (!customerId) throw new AppError("unavailable");
  await orThrowUnavailable(sessionStore.revokeAll({ customerId, reason }));
  await enter(fresh);
}

/** "Sign out everywhere". @throws AppError "signed-out", "too-many-attempts", "unavailable" */
export async function signOutEverywhere(): Promise<void> {
  const { customerId, backendToken } = await requireCustomer();
  await countAgainst("change-customer", customerId);
  const identity = customerHeaders(backendToken);
  await endEverywhere("signed-out-everywhere", async () =>
    parseNewToken(await callAs(identity, "/store/customers/me/tokens/revoke", { method: "POST" })),
  );
}
