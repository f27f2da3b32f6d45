import "server-only";
import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { z } from "zod";
import { database } from "@/lib/db";
import { hostCookie } from "@/lib/http/cookies";
import { keyedHash } from "@/lib/keyed-hash";
import { createSealer } from "@/lib/seal";

const LIFETIME_SECONDS = 180 * 86_400;
/** Accounts per browser: a household's. The least recently signed in one is dropped first. */
const KEPT_ACCOUNTS = 8;

const knownAccount = z.object({ account: z.string().max(30), device: z.uuid(), at: z.int().min(0) });
type KnownAccount = z.infer<typeof knownAccount>;

const sealer = createSealer({
  purpose: "device",
  schema: z.object({ accounts: z.array(knownAccount).max(KEPT_ACCOUNTS) }),
  lifetimeSeconds: LIFETIME_SECONDS,
  maxLength: 3_000,
});

const deviceCookie = () => hostCookie("cloakroom-device", LIFETIME_SECONDS);

/**
 * The random id of this browser for an account: an OWASP "device cookie", by which its password attempts are counted
 * apart from strangers'. Set at sign-in; not a credential, and kept after signing out.
 * @returns null if this browser has not signed in to the account, or not since its password was changed
 * @throws when the database does
 */
export async function readDeviceId(email: string): Promise<string | null> {
  const accounts = await readAccounts();
  if (accounts.length === 0) return null;
  const account = await keyedHash("account", email);
  const known = accounts.find((each) => each.account === account);
  if (!known) return null;
  const cutoff = await database().deviceCookieCutoff.findUnique({ where: { accountHash: account } });
  return cutoff && cutoff.validFrom.getTime() > known.at ? null : known.device;
}

/** Sets the device cookie after a sign-in. Only in a server action or route handler. @throws when the database does */
export async function rememberDevice(email: string): Promise<void> {
  const account = await keyedHash("account", email);
  const others = (await readAccounts()).filter((each) => each.account !== account);
  const accounts = [{ account, device: randomUUID(), at: Date.now() }, ...others].slice(0, KEPT_ACCOUNTS);
  const { name, options } = deviceCookie();
  (await cookies()).set(name, await sealer.seal({ accounts }), options);
}

/** Invalidates every device cookie of an account, for use after a new password. @throws when the database does */
export async function invalidateDeviceCookies(email: string): Promise<void> {
  const accountHash = await keyedHash("account", email);
  const validFrom = new Date();
  await database().deviceCookieCutoff.upsert({
    where: { accountHash },
    create: { accountHash, validFrom },
    update: { validFrom },
  });
}

/** How long a cutoff is needed: until every cookie from before has expired. */
export const CUTOFF_LIFETIME_SECONDS = LIFETIME_SECONDS;

async function readAccounts(): Promise<KnownAccount[]> {
  const text = (await cookies()).get(deviceCookie().name)?.value;
  return (await sealer.unseal(text))?.accounts ?? [];
}
