import "server-only";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database, orThrowUnavailable } from "@/lib/db";
import { AppError } from "@/lib/errors";

const MINUTE = 60;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;

type Limit = {
  /** How often within the window. */
  points: number;
  /** The window in seconds. It begins with the first time. */
  seconds: number;
  /** For the shopper, before "Please wait … and try again."; none: "Too many attempts." stands alone there. */
  says?: string;
  /** The field of the form beside which it is said. */
  field?: string;
};

const ORDERS = "That is a lot of orders in a short time, and your cart is as it was.";
const RECIPIENTS = "These are a lot of e-mail addresses in a short time, and your cart is as it was.";
const CODES = { says: "Too many codes were tried.", field: "code" };
const MAILED = "If that address has an account, a link is in its mailbox already.";

/**
 * Every rate limit of the shop. "machine": an IPv4 address or an IPv6 /64 (lib/http/client-ip.ts), which offices, schools and
 * providers share, so those are generous. "device": a browser that has signed in to this account before (lib/auth/device-cookie.ts).
 */
export const RATE_LIMITS = {
  // Passwords, tried at sign-in and registration. The right one ends the count of its account or device. NIST SP
  // 800-63B 5.2.2 allows a hundred in a row.
  "password-account": { points: 10, seconds: QUARTER },
  "password-device": { points: 10, seconds: QUARTER },
  "password-machine": { points: 100, seconds: QUARTER },
  // The current password, asked of who is signed in. Strangers without the session cannot use it up.
  "password-customer": { points: 10, seconds: QUARTER },
  // Right passwords. Each makes a session, and lines in the audit log.
  "sign-in-account": { points: 60, seconds: HOUR },
  // Changes of password and e-mail address, and sign-outs everywhere. Each writes to all sessions; some send mail.
  "change-customer": { points: 20, seconds: HOUR },
  "registration-machine": { points: 30, seconds: HOUR },
  // Each reset that is asked for is a message in somebody's mailbox.
  "reset-account": { points: 3, seconds: QUARTER, says: MAILED },
  "reset-device": { points: 3, seconds: QUARTER, says: MAILED },
  "reset-machine": { points: 30, seconds: QUARTER },
  // Links that were mailed: each can be used once, and few need a second try.
  "reset-link": { points: 10, seconds: QUARTER },
  "reset-link-machine": { points: 100, seconds: QUARTER },
  // Promotion codes. A right one is not counted.
  "promotion-cart": { points: 10, seconds: QUARTER, ...CODES },
  "promotion-machine": { points: 50, seconds: QUARTER, ...CODES },
  // Each new cart of a guest is a row in the backend.
  "cart-machine": { points: 300, seconds: HOUR, says: "A lot of carts were begun from here." },
  // Orders reserve stock, and each sends a confirmation to the address that was typed.
  "order-machine": { points: 30, seconds: HOUR, says: ORDERS },
  "order-customer": { points: 30, seconds: HOUR, says: ORDERS },
  "recipient-machine": { points: 10, seconds: HOUR, says: RECIPIENTS },
  "recipient-customer": { points: 10, seconds: HOUR, says: RECIPIENTS },
  // Adding an address, and ordering again what an order was of: each is several calls to the backend.
  "address-customer": { points: 60, seconds: HOUR },
  "reorder-customer": { points: 30, seconds: QUARTER },
  // Lines of the audit log that one machine, or one account of unknown whereabouts, can cause.
  "audit-line": { points: 30, seconds: QUARTER },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof RATE_LIMITS;

/**
 * Counts once, before the thing is done, so that a thousand at once are counted as well.
 * @param key whom it is counted for, hashed; null: not known, and not counted
 * @returns how often it has been in this window, this time included
 * @throws AppError "too-many-attempts" (with the wait in words, `retryAt`, and `isRepeated` for all but the first refusal
 *   of a window), "unavailable"
 */
export async function countAgainst(name: LimitName, key: string | null): Promise<number> {
  if (key === null) return 0;
  try {
    return (await limiter(name).consume(key)).consumedPoints;
  } catch (cause) {
    if (!(cause instanceof RateLimiterRes)) throw new AppError("unavailable", { cause });
    throw refuse(RATE_LIMITS[name], cause);
  }
}

/**
 * Counts what a guest does, as far as it can be counted: while the database is away a guest goes on buying.
 * @param count one or more of the functions here, with what their keys need
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
 * Counts a value once in a window, however often it comes: how many different ones there are is what the limit is for.
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

/** Starts the count anew. @throws when the database does */
export async function resetCount(name: LimitName, key: string): Promise<void> {
  await limiter(name).delete(key);
}

/** Takes back one time of a running window. @throws when the database does */
export async function uncount(name: LimitName, key: string | null): Promise<void> {
  if (key === null) return;
  await database().rateLimit.updateMany({
    where: { key: limiter(name).getKey(key), points: { gt: 0 }, expire: { gt: new Date() } },
    data: { points: { decrement: 1 } },
  });
}

/** Made for each use: it holds nothing, the counts are in the database that every instance shares. */
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

function refuse({ points, says, field = "form" }: Limit, { msBeforeNext, consumedPoints }: RateLimiterRes) {
  const minutes = Math.max(1, Math.ceil(msBeforeNext / 60_000));
  const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
  const text = `Please wait ${wait} and try again.`;
  return new AppError("too-many-attempts", {
    fields: { [field]: says ? `${says} ${text}` : text },
    retryAt: new Date(Date.now() + msBeforeNext),
    isRepeated: consumedPoints > points + 1,
  });
}
