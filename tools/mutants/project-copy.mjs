// @ts-check
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from "node:fs";
import { basename, join } from "node:path";

const PACKAGES = ["node_modules", join("medusa", "node_modules")];

/** What a build or a run has made, but for the backend's build and generated code, which need not be made again. */
const LEFT_BEHIND = /^(\.git|\.next.*|\.data.*|node_modules|test-results|playwright-report)$/u;

/**
 * Copies the project to a folder where it can be changed and built without the original noticing.
 * @param {string} root
 * @param {string} copy an empty folder
 */
export function copyProject(root, copy) {
  cpSync(root, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path === root || !LEFT_BEHIND.test(basename(path)),
  });
  for (const folder of PACKAGES) {
    if (existsSync(join(root, folder))) linkFolder(join(root, folder), join(copy, folder));
  }
}

/**
 * Gives a folder's files a second name, since nobody writes to them: two gigabytes of packages are not copied.
 * @param {string} from
 * @param {string} to
 */
function linkFolder(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [original, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(original, copy);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(original), copy);
    else linkFile(original, copy);
  }
}

/** @param {string} from @param {string} to */
function linkFile(from, to) {
  try {
    linkSync(from, to);
  } catch {
    // Another file system, or one without links.
    copyFileSync(from, to);
  }
}
