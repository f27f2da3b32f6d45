import "server-only";
import { recordAuditEntry } from "@/lib/audit-log";
import { authenticate, type Credentials } from "@/lib/auth/emailpass";
import { endEverywhere } from "@/lib/auth/end-everywhere";
import { rememberDevice, voidDeviceCookies } from "@/lib/auth/device-cookie";
import { countResetLink, forgetAttempt, type Attempt } from "@/lib/auth/limits";
import { toPasswordRefusal } from "@/lib/auth/new-password";
import { completeCustomer } from "@/lib/auth/register";
import { readResetLink } from "@/lib/auth/reset-link";
import { orThrowUnavailable } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { keyedHash } from "@/lib/keyed-hash";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders } from "@/lib/medusa/headers";
import { readErrorStatus } from "@/lib/medusa/errors";
import { readClient } from "@/lib/http/client-ip";
import { readCustomerId } from "@/lib/session/backend-token";

const PATH = "/auth/customer/emailpass/update";

export type Reset = {
  /** The token of the link. Medusa takes it once, for a quarter of an hour. */
  proof: string;
  newPassword: string;
};

/**
 * Sets a new password for whoever can read the account's mail, ends every session from before and signs this browser
 * in.
 * @throws AppError "reset-link-unusable", "too-many-attempts", "invalid" with a message for `newPassword`: the password
 *   is as it was, and in the last case the link still good; "reset-without-sign-in": it is the new one; "unavailable": it
 *   may be either
 */
export async function resetPassword({ proof, newPassword }: Reset): Promise<void> {
  const link = readResetLink(proof);
  if (!link) throw new AppError("reset-link-unusable");
  const { ip } = await readClient();
  const owner = { account: link.email.toLowerCase(), ip };
  const credentials = { email: link.email, password: newPassword };
  try {
    await countResetLink(proof, ip);
    await endEverywhere("password-reset", async () => {
      await usePassword(proof, newPassword);
      await orThrowUnavailable(voidDeviceCookies(owner.account));
      return signInAnew(credentials, owner);
    });
  } catch (error) {
    await recordFailure(owner, error);
    throw error;
  }
  await forgetAttempt({ account: await keyedHash("account", owner.account) });
  await rememberDevice(owner.account);
}

/** From here on the backend refuses every earlier token of the account, and this link. */
async function usePassword(proof: string, password: string): Promise<void> {
  try {
    await callAs(customerHeaders(proof), PATH, { method: "POST", body: { password } });
  } catch (error) {
    if (readErrorStatus(error) === 401) throw new AppError("reset-link-unusable", { cause: error });
    throw toPasswordRefusal(error, "newPassword") ?? error;
  }
}

/** The new password is set by now, so what fails is no reason to ask for another link. */
async function signInAnew(credentials: Credentials, { ip }: Attempt): Promise<string> {
  try {
    const token = await completeCustomer(await authenticate(credentials), credentials);
    const customerId = readCustomerId(token);
    if (customerId) await recordAuditEntry({ type: "password.reset", customerId, sessionId: null, ip });
    return token;
  } catch (cause) {
    throw new AppError("reset-without-sign-in", { cause });
  }
}

async function recordFailure(attempt: Attempt, error: unknown): Promise<void> {
  if (!(error instanceof AppError) || error.isRepeated) return;
  const nobody = { customerId: null, sessionId: null } as const;
  await recordAuditEntry({ ...nobody, ...attempt, type: "password.reset-refused", reason: error.code });
}
