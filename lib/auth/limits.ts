import "server-only";
import { readDeviceId } from "@/lib/auth/device-cookie";
import { orThrowUnavailable } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { hashId } from "@/lib/hash";
import { hashIp, keyedHash } from "@/lib/keyed-hash";
import { countAgainst, resetCount, uncount, type LimitName } from "@/lib/rate-limit";

/** `account`: the e-mail address, in lower case. `ip`: the ip's, see `readClient`. */
export type Attempt = { account: string; ip: string | null };

/** The counters that an attempt was counted in. */
export type Counted = { account?: string; device?: string; customer?: string; ip?: string | null };

/**
 * Counts a try at an account's password before it is made. A browser that has signed in to the account before has a
 * counter of its own, so that strangers cannot lock its owner out; once that is used up it counts as a stranger.
 * @returns what `forgetAttempt` needs
 * @throws AppError "too-many-attempts" (saying how long to wait), "unavailable"
 */
export async function countAttempt(attempt: Attempt): Promise<Counted> {
  const keys = await readKeys(attempt);
  if (keys.device && (await isWithin("password-device", keys.device))) return { device: keys.device };
  await countAgainst("password-account", keys.account);
  await countAgainst("password-ip", keys.ip);
  return { account: keys.account, ip: keys.ip };
}

/**
 * Counts a try at the current password of who is signed in. Where the device is not known it counts by customer: only
 * somebody with a session of theirs can use that up.
 * @param customer the customer's id
 * @throws as `countAttempt`
 */
export async function countOwnAttempt(attempt: Attempt, customer: string): Promise<Counted> {
  const { device } = await readKeys(attempt);
  if (device) await countAgainst("password-device", device);
  else await countAgainst("password-customer", customer);
  return device ? { device } : { customer };
}

/**
 * Counts a password reset that is asked for. Each is a message to the account's own mailbox, so strangers who use the
 * account's counter up have sent its owner the links.
 * @throws as `countAttempt`
 */
export async function countResetRequest(attempt: Attempt): Promise<void> {
  const keys = await readKeys(attempt);
  if (keys.device && (await isWithin("reset-device", keys.device))) return;
  await countAgainst("reset-account", keys.account);
  await countAgainst("reset-ip", keys.ip);
}

/** Counts a use of a reset link: by link, since its owner has often used up the account's attempts. @throws as `countAttempt` */
export async function countResetLink(link: string, ip: string | null): Promise<void> {
  await countAgainst("reset-link", hashId("reset-link", link));
  await countAgainst("reset-link-ip", await hashIp(ip));
}

/** Counts a right password, each of which makes a session. @throws as `countAttempt` */
export async function countSignIn({ account }: Attempt): Promise<void> {
  await countAgainst("sign-in-account", await orThrowUnavailable(keyedHash("account", account)));
}

/** Counts an account that is to be made. @throws as `countAttempt` */
export async function countRegistration({ ip }: Attempt): Promise<void> {
  await countAgainst("registration-ip", await hashIp(ip));
}

/** The password was right: failures so far are forgotten where it was counted, and the ip gets this one back. */
export async function forgetAttempt({ account, device, customer, ip = null }: Counted): Promise<void> {
  try {
    if (account) await resetCount("password-account", account);
    if (device) await resetCount("password-device", device);
    if (customer) await resetCount("password-customer", customer);
    await uncount("password-ip", ip);
  } catch (error) {
    console.error("sign-in attempts stay counted:", error);
  }
}

async function readKeys({ account, ip }: Attempt) {
  const [hash, device, ipHash] = await orThrowUnavailable(
    Promise.all([keyedHash("account", account), readDeviceId(account), hashIp(ip)]),
  );
  return { account: hash, device: device && `${hash}:${hashId("session", device)}`, ip: ipHash };
}

/** Counts, and says whether there was room. @throws AppError "unavailable" */
async function isWithin(name: LimitName, key: string): Promise<boolean> {
  try {
    await countAgainst(name, key);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "too-many-attempts") return false;
    throw error;
  }
}
