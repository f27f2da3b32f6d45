import "server-only";
import { recordAuditEntry } from "@/lib/audit-log";
import { countOwnAttempt, forgetAttempt, type Counted } from "@/lib/auth/limits";
import { toPasswordRefusal } from "@/lib/auth/new-password";
import { getCustomer } from "@/lib/customer/profile";
import { AppError } from "@/lib/errors";
import { readErrorStatus } from "@/lib/medusa/errors";
import { countAgainst } from "@/lib/rate-limit";
import { requireCustomer } from "@/lib/session/session";
import { readClient } from "@/lib/http/client-ip";

/** Names the field in every form that asks the signed-in customer's password. */
const WRONG = { currentPassword: "That is not your current password." };

/**
 * A change that the backend makes for the right password only. Attempts are counted: somebody with a copy of a session
 * must not try passwords here either.
 * @throws AppError "invalid" with a message for `currentPassword`, or for `newPassword` if the current one was right;
 *   "too-many-attempts", "signed-out", "unavailable"
 */
export async function withPassword<T>(change: () => Promise<T>): Promise<T> {
  const { id: sessionId, customerId } = await requireCustomer();
  const { ip } = await readClient();
  const attempt = { account: (await getCustomer()).email.toLowerCase(), ip };
  let counted: Counted = {};
  try {
    counted = await countOwnAttempt(attempt, customerId);
    await countAgainst("change-customer", customerId);
    const result = await change();
    await forgetAttempt(counted);
    return result;
  } catch (error) {
    const refusal = toPasswordRefusal(error, "newPassword");
    if (refusal) await forgetAttempt(counted);
    const isWrong = readErrorStatus(error) === 403;
    const failure = refusal ?? (isWrong ? new AppError("invalid", { fields: WRONG }) : error);
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
