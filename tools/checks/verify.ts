import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { npm } from "../bootstrap/packages.mjs";
import { MEDUSA, ROOT } from "../stack/paths";
import { formatDuration } from "../stack/progress";
import { runToExit, type Run } from "../stack/run";
import { readLogTail, UserError } from "../stack/user-error";
import { prepareWorkspace } from "../stack/workspace";
import { countVitest, describeResults, readResults, type Results } from "../test-shop/results";

type Check = { name: string; command: string; args: string[]; cwd: string; advice: string };

const SHOWN_LINES = 80;

/** `npm run verify`: everything that is known without starting the shop. */
export default async function main(): Promise<void> {
  // A folder for this run alone: two people's editors may verify one workspace at once.
  const folder = mkdtempSync(join(tmpdir(), "cloakroom-verify-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  await runToExit(folder, async (run) => {
    const since = Date.now();
    await prepareWorkspace(run, { withBackend: false });
    const { failedChecks, unit } = await verify(run);
    const outcome = failedChecks.length === 0 ? "everything holds" : `failed: ${failedChecks.join(", ")}`;
    console.log(`\nverify: ${outcome} (${formatDuration(Date.now() - since)})`);
    console.log(`unit: ${describeResults(unit)}`);
    return failedChecks.length === 0 ? 0 : 1;
  });
}

/** Runs every check, as many at once as there are cores, and prints the output of those that fail. */
export async function verify(run: Run): Promise<{ failedChecks: string[]; unit: Results }> {
  const unitReport = run.supervisor.logFile("unit-report");
  const queue = listChecks(unitReport);
  const failedChecks: string[] = [];
  const work = async () => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      if (!(await passes(run, check))) failedChecks.push(check.name);
    }
  };
  // The type check needs it.
  if (!(await passes(run, ROUTE_TYPES))) failedChecks.push(ROUTE_TYPES.name);
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return { failedChecks, unit: readResults(unitReport, countVitest) };
}

async function passes({ supervisor, progress }: Run, { advice, ...program }: Check): Promise<boolean> {
  const since = Date.now();
  // Checks read the sources as they are in the repository, not as a shell would configure a shop.
  const env = { ...process.env, NODE_ENV: undefined, NEXT_DIST_DIR: undefined, NO_COLOR: "1" };
  const took = () => formatDuration(Date.now() - since);
  try {
    await supervisor.run({ ...program, env: { ...env, NEXT_TELEMETRY_DISABLED: "1" } });
    progress.note(`✓ ${program.name} (${took()})`);
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const output = readLogTail(supervisor.logFile(program.name), SHOWN_LINES);
    progress.note(`✗ ${program.name} (${took()})\n\n${output}\n\n→ ${advice}\n`);
    return false;
  }
}

const ROUTE_TYPES: Check = {
  name: "types-routes",
  advice: "Fix next.config.ts or the routes in app/.",
  ...tool("next/dist/bin/next", "typegen"),
};

/** The longest first. */
function listChecks(unitReport: string): Check[] {
  const backend = { ...npm("run", "--silent", "typecheck"), cwd: MEDUSA };
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];
  const checks: [name: string, advice: string, program: Omit<Check, "name" | "advice">][] = [
    ["types-backend", "Fix the types in medusa/.", backend],
    [
      "unit",
      "npx vitest FILE tries one file on every change.",
      tool("vitest/vitest.mjs", "run", ...reporters),
    ],
    ["formatting", "npm run format fixes it.", tool("prettier/bin/prettier.cjs", "--check", ".")],
    ["types", "Fix the types; your editor shows them too.", tool("typescript/bin/tsc", "--noEmit")],
    ["lint", "npx oxlint --fix fixes what it can.", tool("oxlint/bin/oxlint", "--deny-warnings")],
    ["dead-code", "Delete what is unused, or use it.", tool("knip/bin/knip.js")],
  ];
  return checks.map(([name, advice, program]) => ({ name, advice, ...program }));
}

/** A program of node_modules, in the workspace. */
function tool(program: string, ...args: string[]) {
  return { command: process.execPath, args: [join(ROOT, "node_modules", program), ...args], cwd: ROOT };
}
