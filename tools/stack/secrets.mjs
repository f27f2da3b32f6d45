// @ts-check
import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.mjs";

const NAMES = /** @type {const} */ ([
  "AUTH_SECRET",
  "JWT_SECRET",
  "COOKIE_SECRET",
  "REVALIDATE_SECRET",
  "POSTGRES_PASSWORD",
  "ADMIN_PASSWORD",
]);
const SECRET_BYTES = 32;
/** Typed by a person, so shorter: 96 bits. */
const ADMIN_PASSWORD_BYTES = 12;

/** @typedef {Record<typeof NAMES[number], string>} Secrets */

/**
 * The secrets of one data folder, made up on its first use and kept in a file only its owner reads: sessions and
 * the database's password outlive a restart, and there is nothing to copy or to fill in.
 * @param {string} dataDir
 * @param {{ ADMIN_PASSWORD?: string }} [chosen] what a person has set, which is kept from then on
 * @returns {Secrets}
 */
export function loadSecrets(dataDir, { ADMIN_PASSWORD: chosen } = {}) {
  const file = join(dataDir, "secrets.json");
  const stored = findSecrets(dataDir);
  if (chosen && chosen !== stored.ADMIN_PASSWORD)
    return store(file, complete({ ...stored, ADMIN_PASSWORD: chosen }));
  const isComplete = NAMES.every((name) => stored[name]);
  return isComplete ? /** @type {Secrets} */ (stored) : store(file, complete(stored));
}

/**
 * @param {Partial<Secrets>} stored
 * @returns {Secrets}
 */
function complete(stored) {
  const made = NAMES.filter((name) => !stored[name]).map((name) => [name, generate(name)]);
  return /** @type {Secrets} */ ({ ...stored, ...Object.fromEntries(made) });
}

/**
 * @param {string} file
 * @param {Secrets} secrets
 */
function store(file, secrets) {
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** @param {keyof Secrets} name */
function generate(name) {
  return name === "ADMIN_PASSWORD"
    ? randomBytes(ADMIN_PASSWORD_BYTES).toString("base64url")
    : randomBytes(SECRET_BYTES).toString("hex");
}

/**
 * The secrets that the folder holds already.
 * @param {string} dataDir
 * @returns {Partial<Secrets>}
 */
export function findSecrets(dataDir) {
  const file = join(dataDir, "secrets.json");
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    if (/** @type {NodeJS.ErrnoException} */ (cause).code === "ENOENT") return {};
    const advice =
      "Mend or restore it. Starting over (npm run demo -- --reset) makes new secrets, and empties the shop.";
    throw new Failure(`Cannot read ${file}: ${/** @type {Error} */ (cause).message}`, { advice, cause });
  }
}
