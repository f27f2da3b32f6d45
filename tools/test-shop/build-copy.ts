import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
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
  mkdirSync(join(ROOT, copy), { recursive: true });
  for (const entry of readdirSync(join(ROOT, copy))) {
    if (!NOT_SERVED.has(entry)) rmSync(join(ROOT, copy, entry), { recursive: true });
  }
  for (const entry of readdirSync(join(ROOT, distDir))) {
    if (!NOT_SERVED.has(entry)) replaceFolder(join(ROOT, distDir, entry), join(ROOT, copy, entry));
  }
  if (existsSync(join(ROOT, distDir, FETCH_CACHE)))
    replaceFolder(join(ROOT, distDir, FETCH_CACHE), join(ROOT, copy, FETCH_CACHE));
  return copy;
}

/** Makes `to` a copy of the file or folder `from`. */
export function replaceFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}
