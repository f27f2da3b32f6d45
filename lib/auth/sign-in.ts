import "server-only";
import { recordAuditEntry } from "@/lib/audit-log";
import { authenticate, type Credentials } from "@/lib/auth/emailpass";
import { rememberDevice } from "@/lib/auth/device-cookie";
import { countAttempt, countSignIn, forgetAttempt, type Attempt } from "@/lib/auth/limits";
import { failInStep } from "@/lib/auth/pace";
import { completeCustomer } from "@/lib/auth/register";
import { mergeGuestCart } from "@/lib/cart/merge";
import { clearShortfall } from "@/lib/cart/shortfall";
import { AppError } from "@/lib/errors";
import { endSession, createSession } from "@/lib/session/session";
import { readClient } from "@/lib/http/client-ip";

/**
 * Signs this browser in, in a session of its own, and brings the guest's cart along. One message and one moment for
 * an unknown address and for a wrong password.
 * @throws AppError "wrong-credentials", "too-many-attempts", "verification-required", "mfa-required", "unavailable"
 */
export async function signIn(typed: Credentials): Promise<void> {
  const credentials = { ...typed, email: typed.email.toLowerCase() };
  const attempt = { account: credentials.email, ip: (await readClient()).ip };
  try {
    const counted = await countAttempt(attempt);
    const token = await failInStep(() => authenticate(credentials));
    await countSignIn(attempt);
    await enter(await completeCustomer(token, credentials));
    await forgetAttempt(counted);
  } catch (error) {
    if (error instanceof AppError && !error.isRepeated) await recordFailure(attempt, error.code);
    throw error;
  }
  await rememberDevice(attempt.account);
}

/**
 * The session that this browser may have had before is over: it is replaced, not left to whoever kept a copy. What was
 * still to be told to its shopper is told to nobody.
 */
export async function enter(backendToken: string): Promise<void> {
  await endSession("signed-out");
  await clearShortfall();
  await mergeGuestCart(await createSession(backendToken));
}

function recordFailure(attempt: Attempt, reason: string) {
  const nobody = { customerId: null, sessionId: null } as const;
  return recordAuditEntry({ ...nobody, ...attempt, type: "sign-in.failed", reason });
}
