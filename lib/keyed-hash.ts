import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import { database, orThrowUnavailable } from "@/lib/db";
import { createSealer } from "@/lib/seal";

const LENGTH = 22;
const KEY_BYTES = 32;
const CENTURY_SECONDS = 100 * 365 * 86_400;
/** An attempt can only lose to another instance that has just stored a key. */
const MAX_ATTEMPTS = 4;

const keySealer = createSealer({
  purpose: "hash-key",
  schema: z.object({ key: z.string().length(44) }),
  lifetimeSeconds: CENTURY_SECONDS,
  maxLength: 1_024,
});

declare global {
  // On globalThis like the database, so one query per process. Holds no request data.
  var cloakroomHashKey: Promise<string> | undefined;
}

/**
 * A keyed hash of a guessable value that must not be stored itself: an e-mail address ("account") or IP ("address").
 * The key is random and stored, sealed, in the database, so hashes are the same on every instance and survive a rotation
 * of `AUTH_SECRET`.
 * @returns 22 characters, base64url
 * @throws when the database does
 */
export async function keyedHash(purpose: "account" | "address", value: string): Promise<string> {
  globalThis.cloakroomHashKey ??= loadKey();
  try {
    const key = Buffer.from(await globalThis.cloakroomHashKey, "base64");
    return createHmac("sha256", key).update(`${purpose}\n${value}`).digest("base64url").slice(0, LENGTH);
  } catch (error) {
    globalThis.cloakroomHashKey = undefined;
    throw error;
  }
}

/** The keyed hash of an IP address, null if it is not known. @throws AppError "unavailable" */
export async function hashIp(ip: string | null): Promise<string | null> {
  return ip && orThrowUnavailable(keyedHash("address", ip));
}

/** Loads the key; creates it on first use, and seals it again when it is not sealed with the newest secret. */
export async function loadKey(): Promise<string> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const row = await database().hashKey.findUnique({ where: { id: 1 } });
    if (!row) {
      const sealed = await sealKey(randomBytes(KEY_BYTES).toString("base64"));
      await database().hashKey.createMany({ data: { sealed }, skipDuplicates: true });
      continue;
    }
    const opened = await keySealer.unseal(row.sealed);
    if (!opened) await replaceLostKey(row.sealed);
    else {
      if (!(await keySealer.isNewest(row.sealed))) await replace(row.sealed, await sealKey(opened.key));
      return opened.key;
    }
  }
  throw new Error("The hash key changed at every attempt to load it.");
}

async function replaceLostKey(sealed: string): Promise<void> {
  console.error(
    "HASH KEY LOST: no secret of AUTH_SECRET, AUTH_SECRET_1, … opens the key that accounts and addresses are hashed " +
      "with. A new one is made: attempts are counted from zero, and hashes in the audit log from before no longer " +
      "match. If a secret was left out by mistake, put it back and restart every instance.",
  );
  await replace(sealed, await sealKey(randomBytes(KEY_BYTES).toString("base64")));
}

function sealKey(key: string): Promise<string> {
  return keySealer.seal({ key });
}

/** Compare and set: does nothing if another instance was faster. */
async function replace(from: string, to: string): Promise<void> {
  await database().hashKey.updateMany({ where: { id: 1, sealed: from }, data: { sealed: to } });
}
