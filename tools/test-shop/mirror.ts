import * as fs from "node:fs";
import { join } from "node:path";
import { ROOT } from "../stack/paths";

/** Only builds and type checks read these. A copy's own cache stays: it has the pictures that its server has scaled. */
const NOT_SERVED = new Set(["cache", "dev", "diagnostics", "trace", "trace-build", "turbopack", "types"]);
const FETCH_CACHE = join("cache", "fetch-cache");

/**
 * Copies a build for one server, and returns the copy's distDir, beside the original, where links into node_modules
 * hold. Servers write pages into their build, so two cannot share one, and the original must stay as it was made.
 */
export function copyBuild(distDir: string, name: string): string {
  const copy = `${distDir}-${name}`;
  const [from, to] = [join(ROOT, distDir), join(ROOT, copy)];
  mirrorFolder(from, to, (entry) => !NOT_SERVED.has(entry));
  if (fs.existsSync(join(from, FETCH_CACHE))) mirrorFolder(join(from, FETCH_CACHE), join(to, FETCH_CACHE));
  return copy;
}

/**
 * Makes the folder `to` the same as `from`, touching only what differs: of thousands of files a test run changes a few.
 * Files are compared by size and modification time, which copies keep. Entries that `isWanted` refuses are left alone.
 */
export function mirrorFolder(from: string, to: string, isWanted: (name: string) => boolean = () => true) {
  fs.mkdirSync(to, { recursive: true });
  const names = new Set(fs.readdirSync(from).filter(isWanted));
  for (const name of fs.readdirSync(to)) {
    if (isWanted(name) && !names.has(name)) fs.rmSync(join(to, name), { recursive: true });
  }
  for (const name of names) mirrorEntry(join(from, name), join(to, name));
}

function mirrorEntry(from: string, to: string): void {
  const original = fs.lstatSync(from);
  if (!isSame(from, to)) fs.rmSync(to, { recursive: true, force: true });
  else if (!original.isDirectory()) return;
  if (original.isDirectory()) return mirrorFolder(from, to);
  if (original.isSymbolicLink()) return fs.symlinkSync(fs.readlinkSync(from), to);
  fs.copyFileSync(from, to);
  fs.utimesSync(to, original.atime, original.mtime);
}

function isSame(from: string, to: string): boolean {
  const [a, b] = [fs.lstatSync(from), fs.lstatSync(to, { throwIfNoEntry: false })];
  if (!b) return false;
  if (a.isSymbolicLink()) return b.isSymbolicLink() && fs.readlinkSync(from) === fs.readlinkSync(to);
  if (a.isDirectory()) return b.isDirectory();
  return b.isFile() && a.size === b.size && a.mtime.getTime() === b.mtime.getTime();
}
