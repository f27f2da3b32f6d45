import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "./user-error";

const NAMES = [
  "AUTH_SECRET",
  "JWT_SECRET",
  "COOKIE_SECRET",
  "REVALIDATE_SECRET",
  "DEMO_BANK_SECRET",
  "POSTGRES_PASSWORD",
  "ADMIN_PASSWORD",
] as const;

export type Secrets = Record<(typeof NAMES)[number], string>;

/**
 * The secrets of a data folder, generated on its first use and kept in a file that only its owner reads, so that
 * sessions and the database's password outlive a restart. A chosen admin's password is kept from then on.
 */
export function loadSecrets(
  dataDir: string,
  { ADMIN_PASSWORD: chosen }: { ADMIN_PASSWORD?: string } = {},
): Secrets {
  const stored = readSecrets(dataDir);
  const generated = NAMES.map((name) => [name, randomBytes(32).toString("hex")]);
  // Typed by a person, so shorter: 96 bits.
  const password = chosen || stored.ADMIN_PASSWORD || randomBytes(12).toString("base64url");
  const secrets = { ...Object.fromEntries(generated), ...stored, ADMIN_PASSWORD: password } as Secrets;
  if (NAMES.every((name) => secrets[name] === stored[name])) return secrets;
  const file = secretsFile(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** The secrets that the folder holds already. */
export function readSecrets(dataDir: string): Partial<Secrets> {
  const file = secretsFile(dataDir);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return {};
    const advice =
      "Fix or restore it. Starting over (npm run demo -- --reset) makes new secrets, and empties the shop.";
    throw new UserError(`Cannot read ${file}: ${(cause as Error).message}`, { advice, cause });
  }
}

function secretsFile(dataDir: string): string {
  return join(dataDir, "secrets.json");
}
