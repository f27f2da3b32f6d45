// @ts-check
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * A hash over files' names and contents: the same sources give the same fingerprint on every machine.
 * @param {string} folder
 * @param {(path: string) => boolean} isSource told each path relative to the folder, folders included
 * @returns {string}
 */
export function fingerprintFiles(folder, isSource) {
  const hash = createHash("sha256");
  for (const file of listFiles(folder, (path) => isSource(relative(folder, path)))) {
    const content = createHash("sha256").update(readFileSync(file)).digest("hex");
    hash.update(`${relative(folder, file)}\0${content}\n`);
  }
  return hash.digest("hex");
}

/**
 * A hash over anything JSON can hold.
 * @param {unknown} value
 * @returns {string}
 */
export function fingerprint(value) {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

/**
 * Whether the output beside the stamp was made from these sources.
 * @param {string} stampFile
 * @param {string} sources
 * @returns {boolean}
 */
export function isStamped(stampFile, sources) {
  try {
    return readFileSync(stampFile, "utf8") === sources;
  } catch {
    return false;
  }
}

/**
 * @param {string} stampFile
 * @param {string} sources
 */
export function writeStamp(stampFile, sources) {
  writeFileSync(stampFile, sources);
}

/**
 * @param {string} folder
 * @param {(path: string) => boolean} isWanted
 * @returns {Generator<string>}
 */
function* listFiles(folder, isWanted) {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (!isWanted(path)) continue;
    if (entry.isDirectory()) yield* listFiles(path, isWanted);
    else if (entry.isFile()) yield path;
  }
}
