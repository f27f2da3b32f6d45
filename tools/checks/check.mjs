// @ts-check
import { join } from "node:path";
import { npm } from "../bootstrap/packages.mjs";
import { MEDUSA, ROOT } from "../stack/project.mjs";

/**
 * @typedef {{ name: string, command: string, args: string[], cwd: string, advice: string }} Check
 */

const TSC = "typescript/bin/tsc";
const OXLINT = "oxlint/bin/oxlint";
const PRETTIER = "prettier/bin/prettier.cjs";
const KNIP = "knip/bin/knip.js";
const VITEST = "vitest/vitest.mjs";
const NEXT = "next/dist/bin/next";

/**
 * The types of routes, which the type check needs.
 * @type {Check}
 */
export const ROUTE_TYPES = {
  name: "types-routes",
  ...tool(NEXT, "typegen"),
  advice: "Mend next.config.ts or the routes in app/.",
};

/**
 * Everything that is known without starting the shop, the longest first; each says what to do when it fails.
 * @param {string} unitReport where the unit tests' results go
 * @returns {Check[]}
 */
export function listChecks(unitReport) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];
  const backend = { ...npm("run", "--silent", "typecheck"), cwd: MEDUSA };
  return [
    { name: "types-backend", ...backend, advice: "Mend the types in medusa/." },
    {
      name: "unit",
      ...tool(VITEST, "run", ...reporters),
      advice: "npx vitest FILE tries one file on every change.",
    },
    { name: "formatting", ...tool(PRETTIER, "--check", "."), advice: "npx prettier --write . mends it." },
    { name: "types", ...tool(TSC, "--noEmit"), advice: "Mend the types; your editor shows them too." },
    { name: "types-tools", ...tool(TSC, "-p", "tools"), advice: "Mend the types in tools/ (JSDoc)." },
    { name: "lint", ...tool(OXLINT, "--deny-warnings"), advice: "npx oxlint --fix mends what it can." },
    { name: "dead-code", ...tool(KNIP), advice: "Delete what nothing uses, or give it a use." },
  ];
}

/**
 * @param {string} program in node_modules
 * @param {...string} args
 */
function tool(program, ...args) {
  return { command: process.execPath, args: [join(ROOT, "node_modules", program), ...args], cwd: ROOT };
}
