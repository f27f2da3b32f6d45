// @ts-check
import { join } from "node:path";
import { npm } from "../stack/packages.mjs";
import { MEDUSA, ROOT } from "../stack/project.mjs";

/**
 * @typedef {{ name: string, command: string, args: string[], cwd: string, advice: string }} Check
 */

/**
 * Everything that is known without starting the shop; each says what to do when it fails.
 * @param {string} unitReport where the unit tests' results go
 * @returns {Check[]}
 */
export function listChecks(unitReport) {
  return [
    rootCheck("types", "typescript/bin/tsc", ["--noEmit"], "Mend the types; your editor shows them too."),
    rootCheck(
      "types-scripts",
      "typescript/bin/tsc",
      ["-p", "scripts"],
      "Mend the types in scripts/ (JSDoc).",
    ),
    {
      name: "types-backend",
      ...npm("run", "--silent", "typecheck"),
      cwd: MEDUSA,
      advice: "Mend the types in medusa/.",
    },
    rootCheck("lint", "oxlint/bin/oxlint", ["--deny-warnings"], "npx oxlint --fix mends what it can."),
    rootCheck(
      "formatting",
      "prettier/bin/prettier.cjs",
      ["--check", "."],
      "npx prettier --write . mends it.",
    ),
    rootCheck(
      "dead-code",
      "knip/bin/knip.js",
      [],
      "Delete what nothing uses, or name it in knip's configuration.",
    ),
    rootCheck(
      "unit",
      "vitest/vitest.mjs",
      ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`],
      "npx vitest FILE runs one file again on every change.",
    ),
  ];
}

/**
 * The types of routes, which the type check needs.
 * @returns {Check}
 */
export function routeTypes() {
  return rootCheck(
    "types-routes",
    "next/dist/bin/next",
    ["typegen"],
    "Mend next.config.ts or the routes in app/.",
  );
}

/**
 * @param {string} name
 * @param {string} program in node_modules
 * @param {string[]} args
 * @param {string} advice
 * @returns {Check}
 */
function rootCheck(name, program, args, advice) {
  return {
    name,
    command: process.execPath,
    args: [join(ROOT, "node_modules", program), ...args],
    cwd: ROOT,
    advice,
  };
}
