import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * A hash of the names and contents of files, the same on every machine. `isSource` is asked about each file and folder
 * by its path relative to `folder`.
 */
export function hashFiles(folder: string, isSource: (path: string) => boolean): string {
  const hash = createHash("sha256");
  for (const file of listFiles(folder, (path) => isSource(relative(folder, path)))) {
    const content = createHash("sha256").update(readFileSync(file)).digest("hex");
    hash.update(`${relative(folder, file)}\0${content}\n`);
  }
  return hash.digest("hex");
}

/** A hash of anything that JSON can hold. */
export function hashValue(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

/** Whether the file, which lies in a build, holds the hash of the sources it was made from. */
export function isBuiltFrom(hashFile: string, sources: string): boolean {
  try {
    return readFileSync(hashFile, "utf8") === sources;
  } catch {
    return false;
  }
}

function* listFiles(folder: string, isWanted: (path: string) => boolean): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (!isWanted(path)) continue;
    if (entry.isDirectory()) yield* listFiles(path, isWanted);
    else if (entry.isFile()) yield path;
  }
}
