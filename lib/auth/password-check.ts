import "server-only";
import { recordAuditEntry } from "@/lib/audit";
import { countAttempt, forgetAttempt } from "@/lib/auth/limits";
import { toPasswordRefusal } from "@/lib/auth/new-password";
import { getCustomer } from "@/lib/customer/profile";
import { AppError } from "@/lib/errors";
import { readStatus } from "@/lib/medusa/status";
import { requireCustomer } from "@/lib/session";
import { readDevice } from "@/lib/session/device";

/** Names the field in every form that asks the signed-in customer's password. */
const WRONG = { currentPassword: "That is not your current password." };

/**
 * A change that the backend makes for the right password only. Attempts are counted together with those to sign in:
 * who has got hold of a session must not try passwords here either.
 * @throws AppError "invalid" with a message for `currentPassword`, or for `newPassword` if the current one was right;
 *   "too-many-attempts", "signed-out", "unavailable"
 */
export async function withPassword<T>(change: () => Promise<T>): Promise<T> {
  const { id: sessionId, customerId } = await requireCustomer();
  const { address } = await readDevice();
  const attempt = { account: (await getCustomer()).email.toLowerCase(), address };
  try {
    await countAttempt(attempt);
    const result = await change();
    await forgetAttempt(attempt);
    return result;
  } catch (error) {
    const refusal = toPasswordRefusal(error, "newPassword");
    if (refusal) await forgetAttempt(attempt);
    const isWrong = readStatus(error) === 403;
    const failure = refusal ?? (isWrong ? new AppError("invalid", { fields: WRONG }) : error);
    const isRefused = failure instanceof AppError && failure.code !== "unavailable";
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
