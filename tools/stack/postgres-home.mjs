// @ts-check
import { createHash } from "node:crypto";
import { chownSync, mkdirSync, realpathSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failure } from "./failure.mjs";
import { canEnter, canRun, postgresAccount } from "./postgres-account.mjs";
import { copyBinaries, locateBinaries } from "./postgres-binaries.mjs";

/**
 * @typedef {import("./postgres-account.mjs").Account} Account
 * @typedef {{ account: Account, bin: string, folder: string }} PostgresHome
 */

/**
 * Where PostgreSQL's data and programs go when its account cannot enter the checkout: root's clone in a home folder
 * of mode 700. Only root can write there, so nobody can lay a trap at a name that is known beforehand.
 */
const OUTSIDE = "/var/lib/cloakroom";

/**
 * Finds everything PostgreSQL needs, in places its account can reach. The data is in DATA_DIR/postgres, which is a
 * link when the data itself had to go outside.
 * @param {string} dataDir
 * @returns {PostgresHome}
 */
export function openPostgresHome(dataDir) {
  const link = join(dataDir, "postgres");
  const account = postgresAccount(join(link, "cluster"));
  const folder = process.getuid?.() === 0 ? placeForRoot(link, account) : ownFolder(link);
  return { account, bin: reachableBinaries(account), folder };
}

/**
 * @param {Account} account
 * @returns {string} the folder of the programs
 */
function reachableBinaries(account) {
  const installed = locateBinaries();
  const bin = join(installed, "native", "bin");
  if (canRun(account, join(bin, "postgres"), "--version")) return bin;
  if (account.uid !== undefined) {
    const copy = join(copyBinaries(installed, join(OUTSIDE, "bin")), "native", "bin");
    if (canRun(account, join(copy, "postgres"), "--version")) return copy;
  }
  throw new Failure("The PostgreSQL from npm does not run on this machine.", {
    advice: [
      "It needs glibc, which Alpine Linux, for one, does not have. Use a PostgreSQL of your own:",
      "DATABASE_URL=postgres://user:password@host:5432/cloakroom_medusa",
    ].join("\n"),
  });
}

/**
 * Deletes the data, wherever it is.
 * @param {string} dataDir
 */
export function removePostgresHome(dataDir) {
  const link = join(dataDir, "postgres");
  rmSync(outsideFolder(link), { recursive: true, force: true });
  rmSync(link, { recursive: true, force: true });
}

/** @param {string} folder */
function ownFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * @param {string} link
 * @param {Account} account
 * @returns {string}
 */
function placeForRoot(link, account) {
  // Also new: a link to a folder that somebody has deleted.
  const isNew = !statSync(link, { throwIfNoEntry: false });
  if (isNew) rmSync(link, { force: true });
  if (isNew && !give(ownFolder(link), account)) moveOutside(link, account);
  const folder = realpathSync(link);
  if (canEnter(account, folder)) return folder;
  throw new Failure(`PostgreSQL's account (user id ${account.uid}) cannot enter ${folder}.`, {
    advice: "Let it through (chmod o+x on the folders above), or start over: npm run demo -- --reset",
  });
}

/**
 * @param {string} folder
 * @param {Account} account
 * @returns {boolean} whether the account can use it now
 */
function give(folder, { uid, gid }) {
  try {
    chownSync(folder, uid ?? 0, gid ?? 0);
  } catch {
    return false; // a file system without owners, such as a shared folder of a virtual machine
  }
  return canEnter({ uid, gid }, folder);
}

/**
 * @param {string} link
 * @param {Account} account
 */
function moveOutside(link, account) {
  const folder = outsideFolder(link);
  // Without a link to it, it belongs to a data folder that was deleted.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  give(folder, account);
  rmSync(link, { recursive: true });
  symlinkSync(folder, link);
}

/** @param {string} link */
function outsideFolder(link) {
  return join(OUTSIDE, createHash("sha256").update(resolve(link)).digest("hex").slice(0, 16));
}
