import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../stack/paths";
import { mirrorFolder } from "./mirror";

/** Only builds and type checks read these. A copy's own cache stays: it has the pictures that its server has scaled. */
const NOT_SERVED = new Set(["cache", "dev", "diagnostics", "trace", "trace-build", "turbopack", "types"]);
const FETCH_CACHE = join("cache", "fetch-cache");

/**
 * Copies a build for one server, and returns the copy's distDir, beside the original, where links into node_modules
 * hold. Servers write pages into their build, so two cannot share one, and the original must stay as it was made.
 */
export function copyBuild(distDir: string, name: string): string {
  const copy = `${distDir}-${name}`;
  mirrorFolder(join(ROOT, distDir), join(ROOT, copy), (entry) => !NOT_SERVED.has(entry));
  if (existsSync(join(ROOT, distDir, FETCH_CACHE)))
    mirrorFolder(join(ROOT, distDir, FETCH_CACHE), join(ROOT, copy, FETCH_CACHE));
  return copy;
}
