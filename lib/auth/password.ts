import "server-only";
import { recordAuditEntry } from "@/lib/audit-log";
import { revokeAllSessions } from "@/lib/auth/revoke-all-sessions";
import { rememberDevice, invalidateDeviceCookies } from "@/lib/auth/device-cookie";
import { getCustomerFor } from "@/lib/customer/profile";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders } from "@/lib/medusa/headers";
import { type CustomerSession, requireCustomer } from "@/lib/session/session";
import { readRequestClient } from "@/lib/http/client-ip";
import { parseNewToken } from "@/lib/session/backend-token";
import { countPasswordConfirmation, uncountAttempt, type CountedAttempt } from "@/lib/auth/password-attempts";
import { toPasswordError } from "@/lib/auth/password-errors";
import { AppError } from "@/lib/errors";
import { readErrorStatus } from "@/lib/medusa/errors";
import { countAgainst } from "@/lib/rate-limit";

const CHANGE_PATH = "/store/customers/me/password";

export type PasswordChange = { currentPassword: string; newPassword: string };

/**
 * Changes the password and revokes every session of the customer; this browser gets a new one.
 * @throws AppError as `withPasswordConfirmation`, and "invalid" with a message for `newPassword`: the password is
 *   unchanged. "unavailable": it may have changed
 */
export async function changePassword({ currentPassword, newPassword }: PasswordChange): Promise<void> {
  const session = await requireCustomer();
  const { id: sessionId, customerId } = session;
  const identity = customerHeaders(session.backendToken);
  const account = (await getCustomerFor(identity)).email.toLowerCase();
  const body = { old_password: currentPassword, new_password: newPassword };
  await revokeAllSessions("password-changed", () =>
    withPasswordConfirmation({ session, account }, async () =>
      parseNewToken(await callAs(identity, CHANGE_PATH, { method: "POST", body })),
    ),
  );
  await invalidateDeviceCookies(account);
  await rememberDevice(account);
  const { ip } = await readRequestClient();
  await recordAuditEntry({ type: "password.changed", customerId, sessionId, ip });
}

/** By the name of the field in every form that asks for the current password. */
const WRONG_PASSWORD = { currentPassword: "That is not your current password." };

/**
 * Runs a change that the backend makes only with the right current password. Attempts are counted, so that a stolen
 * session cannot be used to guess the password. For `lib/auth` alone.
 * @param account the e-mail address that the customer signs in with
 * @throws AppError "invalid" with a message for `currentPassword`, or for `newPassword` if the current one was right;
 *   "too-many-attempts", "signed-out", "unavailable"
 */
export async function withPasswordConfirmation<T>(
  { session: { id: sessionId, customerId }, account }: { session: CustomerSession; account: string },
  change: () => Promise<T>,
): Promise<T> {
  const { ip } = await readRequestClient();
  const attempt = { account, ip };
  let counted: CountedAttempt = {};
  try {
    counted = await countPasswordConfirmation(attempt, customerId);
    await countAgainst("change-customer", customerId);
    const result = await change();
    await uncountAttempt(counted);
    return result;
  } catch (error) {
    const refusal = toPasswordError(error, "newPassword");
    if (refusal) await uncountAttempt(counted);
    const isWrong = readErrorStatus(error) === 403;
    const failure = refusal ?? (isWrong ? new AppError("invalid", { fields: WRONG_PASSWORD }) : error);
    const isRefused = failure instanceof AppError && failure.code !== "unavailable" && !failure.isRepeated;
    if (isRefused)
      await recordAuditEntry({
        type: "account.change-refused",
        customerId,
        sessionId,
        ...attempt,
        reason: failure.code,
      });
    throw failure;
  }
}
