import "server-only";
import { recordAuditEntry } from "@/lib/audit-log";
import { rememberDevice } from "@/lib/auth/device-cookie";
import { countAttempt, countRegistration, forgetAttempt } from "@/lib/auth/limits";
import { failInStep } from "@/lib/auth/pace";
import { register, type Registration } from "@/lib/auth/register";
import { enter } from "@/lib/auth/sign-in";
import { AppError } from "@/lib/errors";
import { readClient } from "@/lib/http/client-ip";

/**
 * Makes an account and signs this browser in. Attempts are counted together with those to sign in: both can be used
 * to try passwords.
 * @throws AppError "already-registered", "not-registered", "invalid" with a message for `password`, "too-many-attempts", "verification-required", "unavailable"
 */
export async function signUp(typed: Registration): Promise<void> {
  const registration = { ...typed, email: typed.email.toLowerCase() };
  const attempt = { account: registration.email, ip: (await readClient()).ip };
  try {
    await countRegistration(attempt);
    const counted = await countAttempt(attempt);
    const token = await failInStep(() => register(registration)).catch(async (error: unknown) => {
      // The password was right: it is no guess.
      if (error instanceof AppError && error.code === "already-registered") await forgetAttempt(counted);
      throw error;
    });
    await enter(token);
    await forgetAttempt(counted);
  } catch (error) {
    const nobody = { customerId: null, sessionId: null } as const;
    if (error instanceof AppError && !error.isRepeated)
      await recordAuditEntry({ ...nobody, ...attempt, type: "registration.failed", reason: error.code });
    throw error;
  }
  await rememberDevice(attempt.account);
}
