import { createHmac } from "node:crypto";
import { decode } from "next-auth/jwt";
import { environment } from "./environment";
import { queryDb } from "./storefront-db";

const HASH_LENGTH = 22;

/**
 * The hash that the storefront stores in place of an e-mail or IP address. Needs the storefront's secrets and its
 * database.
 */
export async function keyedHash(purpose: "account" | "address", value: string): Promise<string> {
  const [row] = await queryDb<{ sealed: string }>('SELECT "sealed" FROM "HashKey"', []);
  const secret = environment.authSecrets;
  const content = await decode({ token: row?.sealed, secret, salt: "cloakroom:hash-key" });
  if (typeof content?.key !== "string") throw new Error("The tests cannot open the key of the hashes.");
  const key = Buffer.from(content.key, "base64");
  return createHmac("sha256", key).update(`${purpose}\n${value}`).digest("base64url").slice(0, HASH_LENGTH);
}
