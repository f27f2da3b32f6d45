import "server-only";
import { NOBODY, recordAuditEntry } from "@/lib/audit-log";
import { authenticate, completeCustomer, type Credentials } from "@/lib/auth/emailpass";
import { revokeAllSessions } from "@/lib/auth/revoke-all-sessions";
import { rememberDevice, invalidateDeviceCookies } from "@/lib/auth/device-cookie";
import {
  type Attempt,
  countResetLink,
  countResetRequest,
  uncountAttempt,
} from "@/lib/auth/password-attempts";
import { toPasswordError } from "@/lib/auth/password-errors";
import { orThrowUnavailable } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { decodeClaims } from "@/lib/jwt";
import { keyedHash } from "@/lib/keyed-hash";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders, guestHeaders } from "@/lib/medusa/headers";
import { readErrorStatus } from "@/lib/medusa/errors";
import { readRequestClient } from "@/lib/http/client-ip";
import { readCustomerId } from "@/lib/session/backend-token";
import { padTiming } from "@/lib/timing";
import type { Country } from "@/lib/markets";
import { z } from "zod";

const UPDATE_PATH = "/auth/customer/emailpass/update";

export type Reset = {
  /** The token in the link. Medusa accepts it once, for 15 minutes. */
  resetToken: string;
  newPassword: string;
};

/**
 * Sets a new password with a reset link, revokes every session of the customer and signs this browser in.
 * @throws AppError "reset-link-unusable", "too-many-attempts", "invalid" with a message for `newPassword` (the link stays
 *   valid): the password is unchanged. "reset-without-sign-in": it has changed. "unavailable": it may have changed
 */
export async function resetPassword({ resetToken, newPassword }: Reset): Promise<void> {
  const link = parseResetLink(resetToken);
  if (!link) throw new AppError("reset-link-unusable");
  const { ip } = await readRequestClient();
  const owner = { account: link.email.toLowerCase(), ip };
  const credentials = { email: link.email, password: newPassword };
  try {
    await countResetLink(resetToken, ip);
    await revokeAllSessions("password-reset", async () => {
      await setPassword(resetToken, newPassword);
      await orThrowUnavailable(invalidateDeviceCookies(owner.account));
      return signInWithNewPassword(credentials, owner);
    });
  } catch (error) {
    await recordFailure(owner, error);
    throw error;
  }
  await uncountAttempt({ account: await keyedHash("account", owner.account) });
  await rememberDevice(owner.account);
}

/** After this the backend refuses all earlier tokens of the account, and the link. */
async function setPassword(resetToken: string, password: string): Promise<void> {
  try {
    await callAs(customerHeaders(resetToken), UPDATE_PATH, { method: "POST", body: { password } });
  } catch (error) {
    if (readErrorStatus(error) === 401) throw new AppError("reset-link-unusable", { cause: error });
    throw toPasswordError(error, "newPassword") ?? error;
  }
}

/** The new password is set by now, so an error here must not ask for another link. */
async function signInWithNewPassword(credentials: Credentials, { ip }: Attempt): Promise<string> {
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
  await recordAuditEntry({ ...NOBODY, ...attempt, type: "password.reset-refused", reason: error.code });
}

const REQUEST_PATH = "/auth/customer/emailpass/reset-password";

/**
 * Sends a reset link, if the address has an account. Result, timing and rate limit do not reveal whether it has.
 * @param country the market that the link leads to
 * @throws AppError "too-many-attempts", "unavailable"
 */
export async function requestReset(typed: string, country: Country): Promise<void> {
  const email = typed.toLowerCase();
  const attempt = { account: email, ip: (await readRequestClient()).ip };
  try {
    await countResetRequest(attempt);
  } catch (error) {
    if (error instanceof AppError && !error.isRepeated)
      await recordAuditEntry({ ...NOBODY, ...attempt, type: "password.reset-refused", reason: error.code });
    throw error;
  }
  await recordAuditEntry({ type: "password.reset-requested", ...NOBODY, ...attempt });
  const body = { identifier: email, metadata: { country } };
  await padTiming(() =>
    callAs(guestHeaders(), REQUEST_PATH, { method: "POST", body, isResponseIgnored: true }),
  );
}

/** The claims in a reset token, unverified: only Medusa can verify it and knows whether it was used. */
const claims = z.object({ entity_id: z.email(), purpose: z.literal("reset"), exp: z.int() });

export type ResetLink = { email: string; expiresAt: Date };

/**
 * Reads a reset token without verifying it: for the e-mail address to sign in with after Medusa has accepted it, and to
 * say at once that a link has expired.
 * @returns null for anything but a reset token
 */
export function parseResetLink(resetToken: string): ResetLink | null {
  try {
    const { entity_id, exp } = claims.parse(decodeClaims(resetToken));
    return { email: entity_id, expiresAt: new Date(exp * 1_000) };
  } catch {
    return null;
  }
}

/** Whether a reset token is well-formed and has not expired. */
export function isResetLinkUsable(resetToken: string | undefined): boolean {
  const link = resetToken ? parseResetLink(resetToken) : null;
  return link !== null && link.expiresAt.getTime() > Date.now();
}
