// Plain JavaScript, in syntax that Node 14 reads: an old Node has to say that it is old, not "Unexpected token".
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Whether the version is the minimum or newer; parts that are left out count as 0. */
export function isAtLeast(version, minimum) {
  return version.localeCompare(minimum, "en", { numeric: true }) >= 0;
}

/**
 * The characters of the path that tools mistake for syntax, each once. Medusa finds migrations by a glob, in which
 * quotes and brackets mean something; ":" divides PATH; "#", "?" and "%" mean something in file URLs.
 */
export function listUnusableCharacters(path) {
  return Array.from(new Set(path.replace(/[\p{L}\p{M}\p{N} /\-_.,+@~]/gu, "")));
}

/** Exits with the reason and the remedy when Node, the package manager, the system or the folder will not do. */
export function checkRequirements() {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const minimum = manifest.engines.node.replace(">=", "");
  if (!isAtLeast(process.versions.node, minimum)) {
    refuse(
      "Cloakroom needs Node " + minimum + " or newer; this is Node " + process.versions.node + ".",
      "Install a current Node from https://nodejs.org (or: nvm install), then run the command again.",
    );
  }
  const packageManager = (process.env.npm_config_user_agent || "npm/").split("/")[0];
  if (packageManager !== "npm") {
    refuse(
      "Cloakroom is installed with npm; this is " + packageManager + ".",
      "package-lock.json is the only lock file. Run the same command with npm, which comes with Node.",
    );
  }
  if (process.platform === "win32") {
    refuse(
      "Cloakroom's tools need Linux or macOS.",
      "On Windows, run them inside WSL: https://learn.microsoft.com/windows/wsl/install",
    );
  }
  const folder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const unusable = listUnusableCharacters(folder);
  if (unusable.length > 0) {
    refuse(
      "Cloakroom cannot run in a folder with " + unusable.join(" ") + " in its path: " + folder,
      "Rename or move the folder, then run the command again. Letters, digits, spaces and - _ . , + @ ~ are fine.",
    );
  }
}

function refuse(problem, remedy) {
  console.error("\n" + problem + "\n" + remedy + "\n");
  process.exit(1);
}
