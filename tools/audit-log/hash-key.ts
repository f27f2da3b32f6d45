import { decode } from "next-auth/jwt";
import { createHmac } from "node:crypto";
import type pg from "pg";

/** As `lib/keyed-hash.ts` seals it. */
const SALT = "cloakroom:hash-key";
const HASH_LENGTH = 22;

/**
 * The keys with which e-mail addresses in the log may be hashed: the one in the storefront's database, and the secrets
 * of the key ring, with which earlier versions hashed.
 */
export async function readHashKeys(
  storefront: pg.Client,
  authSecrets: string[],
): Promise<(string | Buffer)[]> {
  const { rows } = await storefront.query<{ sealed: string }>('SELECT "sealed" FROM "HashKey"');
  const opened = rows.map(({ sealed }) => unseal(sealed, authSecrets));
  return [...(await Promise.all(opened)).flat(), ...authSecrets];
}

/** As `keyedHash` of `lib/keyed-hash.ts` makes it. The e-mail address is in lower case. */
export function hashAccount(email: string, key: string | Buffer): string {
  return createHmac("sha256", key).update(`account\n${email}`).digest("base64url").slice(0, HASH_LENGTH);
}

/** Empty when no secret opens it. */
async function unseal(sealed: string, authSecrets: string[]): Promise<Buffer[]> {
  if (authSecrets.length === 0) return [];
  const content = await decode({ token: sealed, secret: authSecrets, salt: SALT }).catch(() => null);
  return typeof content?.key === "string" ? [Buffer.from(content.key, "base64")] : [];
}
