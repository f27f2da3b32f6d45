import "server-only";
import { NOBODY, recordAuditEntry } from "@/lib/audit-log";
import { rememberDevice } from "@/lib/auth/device-cookie";
import { countAttempt, countRegistration, uncountAttempt } from "@/lib/auth/password-attempts";
import { padFailureTiming } from "@/lib/timing";
import { startSession } from "@/lib/auth/sign-in";
import { AppError } from "@/lib/errors";
import { readRequestClient } from "@/lib/http/client-ip";
import {
  authenticate,
  completeCustomer,
  registerIdentity,
  type Credentials,
  type Registration,
} from "@/lib/auth/emailpass";
import { readCustomerId } from "@/lib/session/backend-token";

/**
 * Creates an account and signs this browser in. Attempts are counted together with sign-in attempts, as both can be used
 * to guess passwords.
 * @throws AppError "already-registered", "not-registered", "invalid" with a message for `password`, "too-many-attempts", "verification-required", "unavailable"
 */
export async function signUp(typed: Registration): Promise<void> {
  const registration = { ...typed, email: typed.email.toLowerCase() };
  const attempt = { account: registration.email, ip: (await readRequestClient()).ip };
  try {
    await countRegistration(attempt);
    const counted = await countAttempt(attempt);
    const token = await padFailureTiming(() => register(registration)).catch(async (error: unknown) => {
      // The password was right, so this was not a guess.
      if (error instanceof AppError && error.code === "already-registered") await uncountAttempt(counted);
      throw error;
    });
    await startSession(token);
    await uncountAttempt(counted);
  } catch (error) {
    if (error instanceof AppError && !error.isRepeated)
      await recordAuditEntry({ ...NOBODY, ...attempt, type: "registration.failed", reason: error.code });
    throw error;
  }
  await rememberDevice(attempt.account);
}

/**
 * Creates an account. With the right password an interrupted registration is resumed; for a complete account the error
 * is "already-registered". Without it the error is the same as for an unusable address, so only the owner learns that
 * the account exists.
 * @returns a backend token for the customer
 * @throws AppError "already-registered", "not-registered", "invalid" with a message for `password`,
 *   "verification-required", "unavailable"
 */
async function register(registration: Registration): Promise<string> {
  const { email, password, firstName, lastName } = registration;
  const token = await registerIdentity({ email, password, firstName, lastName }).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "wrong-credentials") throw error;
    return null;
  });
  return completeCustomer(token ?? (await resumeRegistration({ email, password })), registration);
}

/** For an address that has a login. */
async function resumeRegistration(credentials: Credentials): Promise<string> {
  const token = await authenticate(credentials).catch((error: unknown) => {
    const isRefused = error instanceof AppError && error.code === "wrong-credentials";
    throw isRefused ? new AppError("not-registered") : error;
  });
  if (readCustomerId(token)) throw new AppError("already-registered");
  return token;
}
