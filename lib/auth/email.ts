import "server-only";
import { recordAuditEntry } from "@/lib/audit-log";
import { revokeAllSessions } from "@/lib/auth/revoke-all-sessions";
import { rememberDevice } from "@/lib/auth/device-cookie";
import { withPasswordConfirmation } from "@/lib/auth/password";
import { getCustomerFor } from "@/lib/customer/profile";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders, type IdentityHeaders } from "@/lib/medusa/headers";
import { readErrorStatus } from "@/lib/medusa/errors";
import { requireCustomer } from "@/lib/session/session";
import { readRequestClient } from "@/lib/http/client-ip";
import { parseNewToken } from "@/lib/session/backend-token";

const PATH = "/store/customers/me/email";

export type EmailChange = { email: string; currentPassword: string };

/**
 * Changes the e-mail address that the customer signs in with, and revokes every session; this browser gets a new one.
 * The backend notifies the old address.
 * @throws AppError "email-taken", and as `withPasswordConfirmation`: the address is unchanged. "unavailable": it may have
 *   changed
 */
export async function changeEmail({ email: typed, currentPassword }: EmailChange): Promise<void> {
  const session = await requireCustomer();
  const { id: sessionId, customerId } = session;
  const identity = customerHeaders(session.backendToken);
  const account = (await getCustomerFor(identity)).email.toLowerCase();
  const email = typed.toLowerCase();
  const body = { email, password: currentPassword };
  await revokeAllSessions("email-changed", () =>
    withPasswordConfirmation({ session, account }, () => postChange(identity, body)),
  );
  // Device cookies are for the old address.
  await rememberDevice(email);
  const { ip } = await readRequestClient();
  await recordAuditEntry({ type: "account.email-changed", customerId, sessionId, account: email, ip });
}

/** "email-taken" has a vague text: it must not reveal who has an account. */
async function postChange(identity: IdentityHeaders, body: object): Promise<string> {
  try {
    return parseNewToken(await callAs(identity, PATH, { method: "POST", body }));
  } catch (error) {
    throw readErrorStatus(error) === 409 ? new AppError("email-taken", { cause: error }) : error;
  }
}
