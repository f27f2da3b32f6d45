import "server-only";
import { NOBODY, recordAuditEntry } from "@/lib/audit-log";
import { authenticate, completeCustomer, type Credentials } from "@/lib/auth/emailpass";
import { rememberDevice } from "@/lib/auth/device-cookie";
import { countAttempt, countSignIn, uncountAttempt, type Attempt } from "@/lib/auth/password-attempts";
import { padFailureTiming } from "@/lib/timing";
import { mergeGuestCart } from "@/lib/cart/merge";
import { clearShortageNotice } from "@/lib/cart/shortage-notice";
import { AppError } from "@/lib/errors";
import { endSession, createSession } from "@/lib/session/session";
import { readRequestClient } from "@/lib/http/client-ip";

/**
 * Signs this browser in with a new session and merges the guest's cart. An unknown address and a wrong password have the
 * same message and timing.
 * @throws AppError "wrong-credentials", "too-many-attempts", "verification-required", "mfa-required", "unavailable"
 */
export async function signIn(typed: Credentials): Promise<void> {
  const credentials = { ...typed, email: typed.email.toLowerCase() };
  const attempt = { account: credentials.email, ip: (await readRequestClient()).ip };
  try {
    const counted = await countAttempt(attempt);
    const token = await padFailureTiming(() => authenticate(credentials));
    await countSignIn(attempt);
    await startSession(await completeCustomer(token, credentials));
    await uncountAttempt(counted);
  } catch (error) {
    if (error instanceof AppError && !error.isRepeated) await recordFailure(attempt, error.code);
    throw error;
  }
  await rememberDevice(attempt.account);
}

/**
 * Starts a new session in this browser, merges the guest's cart, and revokes the browser's previous session, so that no
 * copy of that one stays valid.
 * @throws when the database does
 */
export async function startSession(backendToken: string): Promise<void> {
  await endSession("signed-out");
  await clearShortageNotice();
  await mergeGuestCart(await createSession(backendToken));
}

function recordFailure(attempt: Attempt, reason: string) {
  return recordAuditEntry({ ...NOBODY, ...attempt, type: "sign-in.failed", reason });
}
