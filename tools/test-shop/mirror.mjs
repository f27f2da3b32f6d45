// @ts-check
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";

/**
 * Makes `to` the same as `from`, touching only what differs: of thousands of files a test run has changed a few.
 * Files are told apart by size and time of change, which copies keep.
 * @param {string} from
 * @param {string} to
 * @param {(name: string) => boolean} [isWanted] told the names in the folder itself; what it refuses is left alone
 */
export function mirrorFolder(from, to, isWanted = () => true) {
  mkdirSync(to, { recursive: true });
  const names = new Set(readdirSync(from).filter(isWanted));
  for (const name of readdirSync(to)) {
    if (isWanted(name) && !names.has(name)) rmSync(join(to, name), { recursive: true });
  }
  for (const name of names) mirrorEntry(join(from, name), join(to, name));
}

/**
 * @param {string} from
 * @param {string} to
 */
function mirrorEntry(from, to) {
  const original = lstatSync(from);
  const copy = lstatSync(to, { throwIfNoEntry: false });
  if (
    copy &&
    isSame(original, copy) &&
    (!original.isSymbolicLink() || readlinkSync(from) === readlinkSync(to))
  ) {
    if (original.isDirectory()) mirrorFolder(from, to);
    return;
  }
  rmSync(to, { recursive: true, force: true });
  if (original.isDirectory()) return mirrorFolder(from, to);
  if (original.isSymbolicLink()) return symlinkSync(readlinkSync(from), to);
  copyFileSync(from, to);
  utimesSync(to, original.atime, original.mtime);
}

/**
 * @param {import("node:fs").Stats} a
 * @param {import("node:fs").Stats} b
 */
function isSame(a, b) {
  if (a.isFile()) return b.isFile() && a.size === b.size && a.mtime.getTime() === b.mtime.getTime();
  return a.isDirectory() === b.isDirectory() && a.isSymbolicLink() === b.isSymbolicLink();
}
