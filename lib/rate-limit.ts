import "server-only";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database, orThrowUnavailable } from "@/lib/db";
import { AppError } from "@/lib/errors";

const MINUTE = 60;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;

type Limit = {
  /** How often per window. */
  points: number;
  /** The window in seconds, from the first use. */
  seconds: number;
  /** Shown before "Please wait … and try again."; the default is "Too many attempts.". */
  message?: string;
  /** The form field beside which it is shown. */
  field?: string;
};

const ORDERS = "That is a lot of orders in a short time, and your cart is as it was.";
const RECIPIENTS = "These are a lot of e-mail addresses in a short time, and your cart is as it was.";
const CODES = { message: "Too many codes were tried.", field: "code" };
const MAILED = "If that address has an account, a link is in its mailbox already.";
const LOOKED_UP = "If number and address belong to an order, its link is in the mailbox already.";

/**
 * Every rate limit of the shop. "ip": an IPv4 address or IPv6 /64 (lib/http/client-ip.ts); generous, as offices, schools
 * and providers share them. "device": a browser that has signed in to the account before (lib/auth/device-cookie.ts).
 */
export const RATE_LIMITS = {
  // Passwords at sign-in and registration. The right one resets the count of its account or device. NIST SP 800-63B
  // 5.2.2 allows a hundred in a row.
  "password-account": { points: 10, seconds: QUARTER },
  "password-device": { points: 10, seconds: QUARTER },
  "password-ip": { points: 100, seconds: QUARTER },
  // The current password, asked of a signed-in customer. Only a session of theirs can use it up.
  "password-customer": { points: 10, seconds: QUARTER },
  // Successful sign-ins. Each creates a session and audit log entries.
  "sign-in-account": { points: 60, seconds: HOUR },
  // Changes of password and e-mail address, and sign-outs everywhere: each updates all sessions; some send mail.
  "change-customer": { points: 20, seconds: HOUR },
  "registration-ip": { points: 30, seconds: HOUR },
  // Password reset requests. Each sends a mail.
  "reset-account": { points: 3, seconds: QUARTER, message: MAILED },
  "reset-device": { points: 3, seconds: QUARTER, message: MAILED },
  "reset-ip": { points: 30, seconds: QUARTER },
  // Look-ups of orders. Each may send a mail.
  "look-up-account": { points: 5, seconds: QUARTER, message: LOOKED_UP },
  "look-up-ip": { points: 30, seconds: QUARTER },
  // Uses of a reset link.
  "reset-link": { points: 10, seconds: QUARTER },
  "reset-link-ip": { points: 100, seconds: QUARTER },
  // Promotion codes. Valid ones are not counted.
  "promotion-cart": { points: 10, seconds: QUARTER, ...CODES },
  "promotion-ip": { points: 50, seconds: QUARTER, ...CODES },
  // New carts of guests. Each is a row in the backend.
  "cart-ip": { points: 300, seconds: HOUR, message: "A lot of carts were begun from here." },
  // Orders. Each reserves stock, and sends a confirmation to the address that was typed.
  "order-ip": { points: 30, seconds: HOUR, message: ORDERS },
  "order-customer": { points: 30, seconds: HOUR, message: ORDERS },
  "recipient-ip": { points: 10, seconds: HOUR, message: RECIPIENTS },
  "recipient-customer": { points: 10, seconds: HOUR, message: RECIPIENTS },
  // Adding an address, and reordering. Each takes several calls to the backend.
  "address-customer": { points: 60, seconds: HOUR },
  "reorder-customer": { points: 30, seconds: QUARTER },
  // Audit log entries that one IP address can cause, by type.
  "audit-line": { points: 30, seconds: QUARTER },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof RATE_LIMITS;

/**
 * Counts one use, before it happens, so that concurrent uses are counted too.
 * @param key the subject of the limit, hashed; null if it is not known, then nothing is counted
 * @returns the count in this window, including this use
 * @throws AppError "too-many-attempts" (with the wait as a message, `retryAt`, and `isRepeated` for all but the first
 *   refusal of a window), "unavailable"
 */
export async function countAgainst(name: LimitName, key: string | null): Promise<number> {
  if (key === null) return 0;
  try {
    return (await limiter(name).consume(key)).consumedPoints;
  } catch (cause) {
    if (!(cause instanceof RateLimiterRes)) throw new AppError("unavailable", { cause });
    throw toAppError(RATE_LIMITS[name], cause);
  }
}

/**
 * Counts unless the database is down, so that guests can go on buying.
 * @param count calls the counting functions of this file
 * @throws AppError "too-many-attempts"
 */
export async function countIfReachable(count: () => Promise<unknown>): Promise<void> {
  try {
    await count();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "unavailable") throw error;
  }
}

/**
 * Counts distinct values: each value counts once per window.
 * @param value hashed
 * @throws as `countAgainst`
 */
export async function countDistinct(name: LimitName, key: string | null, value: string): Promise<void> {
  if (key === null) return;
  const seen = `${key}:${value}`;
  if ((await orThrowUnavailable(limiter(name).get(seen))) !== null) return;
  await countAgainst(name, key);
  await orThrowUnavailable(limiter(name).set(seen, 1, RATE_LIMITS[name].seconds));
}

/** Resets a count. @throws when the database does */
export async function resetCount(name: LimitName, key: string): Promise<void> {
  await limiter(name).delete(key);
}

/** Undoes one count of the current window. @throws when the database does */
export async function uncount(name: LimitName, key: string | null): Promise<void> {
  if (key === null) return;
  await database().rateLimit.updateMany({
    where: { key: limiter(name).getKey(key), points: { gt: 0 }, expire: { gt: new Date() } },
    data: { points: { decrement: 1 } },
  });
}

/** Created for each use: it is stateless, the counts are in the database. */
function limiter(name: LimitName) {
  const { points, seconds } = RATE_LIMITS[name];
  return new RateLimiterPrisma({
    storeClient: database(),
    tableName: "rateLimit",
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
}

function toAppError(
  { points, message, field = "form" }: Limit,
  { msBeforeNext, consumedPoints }: RateLimiterRes,
) {
  const minutes = Math.max(1, Math.ceil(msBeforeNext / 60_000));
  const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
  const text = `Please wait ${wait} and try again.`;
  return new AppError("too-many-attempts", {
    fields: { [field]: message ? `${message} ${text}` : text },
    retryAt: new Date(Date.now() + msBeforeNext),
    isRepeated: consumedPoints > points + 1,
  });
}
