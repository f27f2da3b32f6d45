// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../stack/project.mjs";
import { mirrorFolder } from "./mirror.mjs";

/** What only builds and type checks read, and the caches: of them a copy keeps the pictures it has scaled. */
const NOT_SERVED = new Set(["cache", "dev", "diagnostics", "trace", "trace-build", "turbopack", "types"]);

/**
 * Copies a build for one server. A server writes what it renders anew into its build, so two cannot share one; and
 * the next run must find the build as it was made, like the database.
 * @param {string} distDir
 * @param {string} name
 * @returns {string} the copy's distDir, beside the original, where its links into node_modules hold
 */
export function copyBuild(distDir, name) {
  const copy = `${distDir}-${name}`;
  mirrorFolder(join(ROOT, distDir), join(ROOT, copy), (entry) => !NOT_SERVED.has(entry));
  const answers = join("cache", "fetch-cache");
  if (existsSync(join(ROOT, distDir, answers)))
    mirrorFolder(join(ROOT, distDir, answers), join(ROOT, copy, answers));
  return copy;
}
