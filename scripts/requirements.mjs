// @ts-check
// Read by whatever Node is there, so it keeps to syntax that Node 14 understands: an old Node is to say that it
// is old, not "Unexpected token".
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @param {string} version
 * @param {string} minimum
 * @returns {boolean}
 */
export function isAtLeast(version, minimum) {
  const have = version.split(".").map(Number);
  const need = minimum.split(".").map(Number);
  for (let index = 0; index < need.length; index += 1) {
    const difference = (have[index] || 0) - (need[index] || 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/**
 * Characters of a folder's path that the tools below do not take for themselves: migrations are found by a pattern in
 * which quotes and brackets mean something, and "applied" is said of none found; programs are found by a PATH that ":"
 * divides; "#", "?" and "%" mean something in addresses of files. All letters, digits and "-_.,+@~" are fine.
 * @param {string} path
 * @returns {string[]} each once
 */
export function listUnusableCharacters(path) {
  return Array.from(new Set(path.replace(/[\p{L}\p{M}\p{N} /\-_.,+@~]/gu, "")));
}

/**
 * Ends the program, with the reason and the remedy, on a machine it cannot run on.
 * @returns {void}
 */
export function requireMachine() {
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const minimum = manifest.engines.node.replace(">=", "");
  if (!isAtLeast(process.versions.node, minimum)) {
    refuse(
      "Cloakroom needs Node " + minimum + " or newer; this is Node " + process.versions.node + ".",
      "Install a current Node from https://nodejs.org (or: nvm install), then run the command again.",
    );
  }
  if (process.platform === "win32") {
    refuse(
      "Cloakroom's scripts need Linux or macOS.",
      "On Windows, run them inside WSL: https://learn.microsoft.com/windows/wsl/install",
    );
  }
  const folder = dirname(dirname(fileURLToPath(import.meta.url)));
  const unusable = listUnusableCharacters(folder);
  if (unusable.length > 0) {
    refuse(
      "Cloakroom cannot run in a folder with " + unusable.join(" ") + " in its path: " + folder,
      "Rename or move the folder, then run the command again. Letters, digits, spaces and - _ . , + @ ~ are fine.",
    );
  }
}

/**
 * @param {string} problem
 * @param {string} remedy
 */
function refuse(problem, remedy) {
  console.error("\n" + problem + "\n" + remedy + "\n");
  process.exit(1);
}
