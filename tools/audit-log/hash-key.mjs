// @ts-check
import { createHmac } from "node:crypto";
import { decode } from "next-auth/jwt";

/** As `lib/keyed-hash.ts` in the storefront seals it. */
const SALT = "cloakroom:hash-key";
const HASH_LENGTH = 22;

/**
 * The keys that e-mail addresses in the log may be hashed with: the one that the storefront keeps in its database, and
 * the secrets themselves, with which it hashed before there was that one.
 * @param {import("pg").Client} storefront
 * @param {string[]} authSecrets the key ring
 * @returns {Promise<(string | Buffer)[]>}
 */
export async function readHashKeys(storefront, authSecrets) {
  const { rows } = await storefront.query('SELECT "sealed" FROM "HashKey"');
  const opened = rows.map(({ sealed }) => open(sealed, authSecrets));
  return [...(await Promise.all(opened)).flat(), ...authSecrets];
}

/**
 * As `keyedHash` in the storefront's lib makes it.
 * @param {string} email in lower case
 * @param {string | Buffer} key
 */
export function hashAccount(email, key) {
  return createHmac("sha256", key).update(`account\n${email}`).digest("base64url").slice(0, HASH_LENGTH);
}

/**
 * @param {string} sealed
 * @param {string[]} authSecrets
 * @returns {Promise<Buffer[]>} none when no secret opens it
 */
async function open(sealed, authSecrets) {
  if (authSecrets.length === 0) return [];
  const content = await decode({ token: sealed, secret: authSecrets, salt: SALT }).catch(() => null);
  return typeof content?.key === "string" ? [Buffer.from(content.key, "base64")] : [];
}
