import "server-only";
import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { z } from "zod";
import { database } from "@/lib/db";
import { hostCookie } from "@/lib/http/cookies";
import { keyedHash } from "@/lib/keyed-hash";
import { sealedValue } from "@/lib/seal";

const LIFETIME_SECONDS = 180 * 86_400;
/** A household's. The one that signed in least recently is forgotten first. */
const KEPT_ACCOUNTS = 8;

const knownAccount = z.object({ account: z.string().max(30), device: z.uuid(), at: z.int().min(0) });
type KnownAccount = z.infer<typeof knownAccount>;

const sealed = sealedValue({
  purpose: "device",
  schema: z.object({ accounts: z.array(knownAccount).max(KEPT_ACCOUNTS) }),
  lifetimeSeconds: LIFETIME_SECONDS,
  maxLength: 3_000,
});

const deviceCookie = () => hostCookie("cloakroom-device", LIFETIME_SECONDS);

/**
 * The random id that this browser was given when it last signed in to the account; null if it never has, or not since
 * its password was changed. An OWASP "device cookie": attempts from here are counted apart from strangers'. It signs
 * nobody in, names no account in the clear, and outlives a sign-out.
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

/** After a right password. Only in a server action or route handler. @throws when the database does */
export async function rememberDevice(email: string): Promise<void> {
  const account = await keyedHash("account", email);
  const others = (await readAccounts()).filter((each) => each.account !== account);
  const accounts = [{ account, device: randomUUID(), at: Date.now() }, ...others].slice(0, KEPT_ACCOUNTS);
  const { name, options } = deviceCookie();
  (await cookies()).set(name, await sealed.seal({ accounts }), options);
}

/** Every device cookie of the account so far is void, as after a new password. @throws when the database does */
export async function voidDeviceCookies(email: string): Promise<void> {
  const accountHash = await keyedHash("account", email);
  const validFrom = new Date();
  await database().deviceCookieCutoff.upsert({
    where: { accountHash },
    create: { accountHash, validFrom },
    update: { validFrom },
  });
}

/** The time after which a cutoff voids nothing that would not have run out by itself. */
export const CUTOFF_LIFETIME_SECONDS = LIFETIME_SECONDS;

async function readAccounts(): Promise<KnownAccount[]> {
  const text = (await cookies()).get(deviceCookie().name)?.value;
  return (await sealed.unseal(text))?.accounts ?? [];
}
