import "server-only";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { fingerprint } from "@/lib/fingerprint";

const WINDOW_SECONDS = 15 * 60;

/**
 * How often within the window, before an account, and a machine, has to wait. Offices and families share an address.
 * Passwords are counted until the right one is given; each reset asked for is a message in somebody's mailbox.
 */
const ATTEMPTS = { account: 10, address: 100, "reset-account": 3, "reset-address": 30 } as const;

type Kind = keyof typeof ATTEMPTS;
export type Attempt = { account: string; address: string | null };

/** Made for each use: it holds nothing, the counts are in the database that every instance shares. */
function limiter(kind: Kind) {
  return new RateLimiterPrisma({
    storeClient: database(),
    tableName: "rateLimit",
    keyPrefix: kind,
    points: ATTEMPTS[kind],
    duration: WINDOW_SECONDS,
    clearExpiredByTimeout: false,
  });
}

/**
 * Counts an attempt before it is made, so that a thousand at once are counted as well.
 * @throws AppError "too-many-attempts" (saying how long to wait), "unavailable"
 */
export async function countAttempt(attempt: Attempt): Promise<void> {
  for (const [kind, key] of keysOf(attempt)) await consume(kind, key);
}

/**
 * Counts a password reset that is asked for.
 * @throws AppError "too-many-attempts" (saying how long to wait), "unavailable"
 */
export async function countResetRequest(attempt: Attempt): Promise<void> {
  for (const [kind, key] of keysOf(attempt)) await consume(`reset-${kind}`, key);
}

/** It was the owner: the account's failures are forgotten and the machine gets this attempt back. */
export async function forgetAttempt(attempt: Attempt): Promise<void> {
  try {
    for (const [kind, key] of keysOf(attempt)) {
      if (kind === "account") await limiter(kind).delete(key);
      else await limiter(kind).reward(key);
    }
    await database().rateLimit.deleteMany({ where: { expire: { lt: new Date() } } });
  } catch (error) {
    console.error("sign-in attempts stay counted:", error);
  }
}

function keysOf({ account, address }: Attempt): ["account" | "address", string][] {
  const keys: ["account" | "address", string][] = [["account", fingerprint("account", account)]];
  return address ? [...keys, ["address", fingerprint("address", address)]] : keys;
}

async function consume(kind: Kind, key: string): Promise<void> {
  try {
    await limiter(kind).consume(key);
  } catch (cause) {
    if (!(cause instanceof RateLimiterRes)) throw new AppError("unavailable", { cause });
    const minutes = Math.ceil(cause.msBeforeNext / 60_000);
    const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
    throw new AppError("too-many-attempts", {
      fields: { form: `Please wait ${wait} and try again.` },
      retryAt: new Date(Date.now() + cause.msBeforeNext),
    });
  }
}
