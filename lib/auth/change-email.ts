import "server-only";
import { recordAuditEntry } from "@/lib/audit-log";
import { endEverywhere } from "@/lib/auth/end-everywhere";
import { rememberDevice } from "@/lib/auth/device-cookie";
import { withPassword } from "@/lib/auth/password-check";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders, type IdentityHeaders } from "@/lib/medusa/headers";
import { readErrorStatus } from "@/lib/medusa/errors";
import { requireCustomer } from "@/lib/session/session";
import { readClient } from "@/lib/http/client-ip";
import { parseNewToken } from "@/lib/session/backend-token";

const PATH = "/store/customers/me/email";

export type EmailChange = { email: string; currentPassword: string };

/**
 * Changes the address that the customer signs in with. What was signed in with the old one ends; this browser goes on
 * in a new session. The backend tells the old address.
 * @throws AppError "email-taken", and as `withPassword`, then the address is as it was; "unavailable" leaves open whether
 *   it is
 */
export async function changeEmail({ email: typed, currentPassword }: EmailChange): Promise<void> {
  const { id: sessionId, customerId, backendToken } = await requireCustomer();
  const email = typed.toLowerCase();
  const body = { email, password: currentPassword };
  await endEverywhere("email-changed", () =>
    withPassword(() => postChange(customerHeaders(backendToken), body)),
  );
  // Device cookies name the old address, and are worth nothing for the new one.
  await rememberDevice(email);
  const { ip } = await readClient();
  await recordAuditEntry({ type: "account.email-changed", customerId, sessionId, account: email, ip });
}

/** That an address is taken is not said in so many words: whose account it is, is not for others to know. */
async function postChange(identity: IdentityHeaders, body: object): Promise<string> {
  try {
    return parseNewToken(await callAs(identity, PATH, { method: "POST", body }));
  } catch (error) {
    throw readErrorStatus(error) === 409 ? new AppError("email-taken", { cause: error }) : error;
  }
}
