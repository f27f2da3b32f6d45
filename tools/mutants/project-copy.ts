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

/** What builds and runs have made, except the backend's build and generated code, which would only be made again. */
const LEFT_OUT = /^(\.git|\.next.*|\.data.*|node_modules|test-results|playwright-report)$/u;

/** Copies the project to an empty folder, in which it can be changed and built. */
export function copyProject(root: string, copy: string): void {
  cpSync(root, copy, {
    recursive: true,
    verbatimSymlinks: true,
    preserveTimestamps: true,
    filter: (path) => path === root || !LEFT_OUT.test(basename(path)),
  });
  for (const folder of PACKAGES) {
    if (existsSync(join(root, folder))) linkFolder(join(root, folder), join(copy, folder));
  }
}

/** Hard links instead of copies, for two gigabytes of packages that are never written to. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [original, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(original, copy);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(original), copy);
    else linkFile(original, copy);
  }
}

function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another file system, or one without links.
    copyFileSync(from, to);
  }
}
