import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "./user-error";

const NAMES = [
  "AUTH_SECRET",
  "JWT_SECRET",
  "COOKIE_SECRET",
  "REVALIDATE_SECRET",
  "POSTGRES_PASSWORD",
  "ADMIN_PASSWORD",
] as const;

const SECRET_BYTES = 32;
/** Typed by a person, so shorter: 96 bits. */
const ADMIN_PASSWORD_BYTES = 12;

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
  const generated = Object.fromEntries(NAMES.map((name) => [name, generate(name)]));
  const secrets = { ...generated, ...stored, ...(chosen ? { ADMIN_PASSWORD: chosen } : {}) } as Secrets;
  const isChanged = NAMES.some((name) => secrets[name] !== stored[name]);
  if (isChanged) writeSecrets(secretsFile(dataDir), secrets);
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

function writeSecrets(file: string, secrets: Secrets): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function generate(name: keyof Secrets): string {
  return name === "ADMIN_PASSWORD"
    ? randomBytes(ADMIN_PASSWORD_BYTES).toString("base64url")
    : randomBytes(SECRET_BYTES).toString("hex");
}

function secretsFile(dataDir: string): string {
  return join(dataDir, "secrets.json");
}
