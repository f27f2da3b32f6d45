import "server-only";
import { readDeviceId } from "@/lib/auth/device-cookie";
import { orThrowUnavailable } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { hashId } from "@/lib/hash";
import { hashIp, keyedHash } from "@/lib/keyed-hash";
import { countAgainst, resetCount, uncount, type LimitName } from "@/lib/rate-limit";

/** `account`: the e-mail address, in lower case. `ip`: see `readRequestClient`. */
export type Attempt = { account: string; ip: string | null };

/** The keys that an attempt was counted under. */
export type CountedAttempt = { account?: string; device?: string; customer?: string; ip?: string | null };

/**
 * Counts a password attempt before it is made. A browser with a device cookie for the account has a count of its own, so
 * that strangers cannot lock the owner out; when that is used up it counts as a stranger.
 * @returns for `uncountAttempt`
 * @throws AppError "too-many-attempts" (with the wait), "unavailable"
 */
export async function countAttempt(attempt: Attempt): Promise<CountedAttempt> {
  const keys = await readLimitKeys(attempt);
  if (keys.device && (await tryCount("password-device", keys.device))) return { device: keys.device };
  await countAgainst("password-account", keys.account);
  await countAgainst("password-ip", keys.ip);
  return { account: keys.account, ip: keys.ip };
}

/**
 * Counts an attempt at the current password of a signed-in customer. Without a device cookie it counts by customer, which
 * only a session of theirs can use up.
 * @param customer id of the customer
 * @throws as `countAttempt`
 */
export async function countPasswordConfirmation(attempt: Attempt, customer: string): Promise<CountedAttempt> {
  const { device } = await readLimitKeys(attempt);
  if (device) await countAgainst("password-device", device);
  else await countAgainst("password-customer", customer);
  return device ? { device } : { customer };
}

/**
 * Counts a password reset request. Strangers may use up the account's count: its owner then has the links in the mailbox.
 * @throws as `countAttempt`
 */
export async function countResetRequest(attempt: Attempt): Promise<void> {
  const keys = await readLimitKeys(attempt);
  if (keys.device && (await tryCount("reset-device", keys.device))) return;
  await countAgainst("reset-account", keys.account);
  await countAgainst("reset-ip", keys.ip);
}

/** Counts a use of a reset link, by link: its owner has often used up the account's attempts. @throws as `countAttempt` */
export async function countResetLink(resetToken: string, ip: string | null): Promise<void> {
  await countAgainst("reset-link", hashId("reset-link", resetToken));
  await countAgainst("reset-link-ip", await hashIp(ip));
}

/** Counts a successful sign-in. @throws as `countAttempt` */
export async function countSignIn({ account }: Attempt): Promise<void> {
  await countAgainst("sign-in-account", await orThrowUnavailable(keyedHash("account", account)));
}

/** Counts a registration. @throws as `countAttempt` */
export async function countRegistration({ ip }: Attempt): Promise<void> {
  await countAgainst("registration-ip", await hashIp(ip));
}

/** After a right password: resets the count of the account, device or customer, and undoes the count of the IP. */
export async function uncountAttempt({
  account,
  device,
  customer,
  ip = null,
}: CountedAttempt): Promise<void> {
  try {
    if (account) await resetCount("password-account", account);
    if (device) await resetCount("password-device", device);
    if (customer) await resetCount("password-customer", customer);
    await uncount("password-ip", ip);
  } catch (error) {
    console.error("sign-in attempts stay counted:", error);
  }
}

async function readLimitKeys({ account, ip }: Attempt) {
  const [hash, device, ipHash] = await orThrowUnavailable(
    Promise.all([keyedHash("account", account), readDeviceId(account), hashIp(ip)]),
  );
  return { account: hash, device: device && `${hash}:${hashId("session", device)}`, ip: ipHash };
}

/** Counts, and returns whether it was within the limit. @throws AppError "unavailable" */
async function tryCount(name: LimitName, key: string): Promise<boolean> {
  try {
    await countAgainst(name, key);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "too-many-attempts") return false;
    throw error;
  }
}
