// @ts-check
import { cpSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "../stack/project.mjs";

/** Compilers' caches and what only the build reads: most of its size. */
const NOT_SERVED = /^(cache\/(?!fetch-cache)|dev$|diagnostics$|trace)/u;

/**
 * Copies a build for one server. A server writes what it renders anew into its build, so two cannot share one; and
 * the next run must find the build as it was made, like the database.
 * @param {string} distDir
 * @param {string} name
 * @returns {string} the copy's distDir, beside the original, where its links into node_modules hold
 */
export function copyBuild(distDir, name) {
  const from = join(ROOT, distDir);
  const copy = `${distDir}-${name}`;
  rmSync(join(ROOT, copy), { recursive: true, force: true });
  cpSync(from, join(ROOT, copy), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !NOT_SERVED.test(relative(from, path)),
  });
  return copy;
}
