import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseOptions } from "../options";
import { ROOT } from "../stack/paths";
import { exitCodeOf, SIGNALS } from "../stack/run";
import { UserError } from "../stack/user-error";
import { readTestSettings } from "../test-shop/settings";
import { applyPatch, FEWER_PAGES, MUTANTS } from "./mutant";
import type * as runner from "./run-mutants";

const PACKAGES = ["node_modules", join("medusa", "node_modules")];

/** What builds and runs have made, except the backend's build and generated code, which would only be made again. */
const LEFT_OUT = /^(\.git|\.next.*|\.data.*|node_modules|test-results|playwright-report)$/u;

/**
 * `npm run test:mutants`: puts each fault back into a copy of the project, builds it, and checks that a spec notices.
 * The copy runs its own tools, which take the copy for the project.
 */
export default async function main(args: string[]): Promise<void> {
  const names = parseNames(args);
  // At once, where git is missing.
  applyPatch(FEWER_PAGES, "--check");
  // The seeded database, the logs and the reports are kept where the specs' own are.
  process.env.E2E_DATA_DIR = readTestSettings(process.env).dataDir;
  const copy = makeCopy();
  const url = pathToFileURL(join(copy, "tools", "mutants", "run-mutants.ts")).href;
  const { runMutants } = (await import(url)) as typeof runner;
  // From here on the run itself handles interruptions.
  for (const signal of SIGNALS) process.off(signal, exit);
  await runMutants({ names, table: join(ROOT, "docs", "mutants.md") });
}

export function parseNames(args: string[]): string[] {
  const { only } = parseOptions("test:mutants", args, { only: "text" });
  const known = MUTANTS.map(({ name }) => name);
  const names = only === undefined ? known : only.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return names;
  throw new UserError(`There is no mutant "${unknown}".`, { advice: `There are: ${known.join(", ")}` });
}

/** The copy is deleted however this process ends, short of a `kill -9`. */
function makeCopy(): string {
  for (const signal of SIGNALS) process.on(signal, exit);
  // By its real name: the bundler compares paths.
  const copy = mkdtempSync(join(realpathSync(tmpdir()), "cloakroom-mutants-"));
  process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
  console.log(`Copying the project to ${copy}`);
  copyProject(ROOT, copy);
  return copy;
}

/** Copies the project to an empty folder, in which it can be changed and built. */
export function copyProject(root: string, copy: string): void {
  const options = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true };
  const filter = (path: string) => path === root || !LEFT_OUT.test(basename(path));
  cpSync(root, copy, { ...options, filter });
  for (const folder of PACKAGES.filter((name) => existsSync(join(root, name)))) {
    const [from, to] = [join(root, folder), join(copy, folder)];
    // Hard links, for two gigabytes of packages that are never written to; copies on a file system without links.
    if (spawnSync("cp", ["-al", from, to]).status !== 0) cpSync(from, to, options);
  }
}

function exit(signal: NodeJS.Signals): void {
  process.exit(exitCodeOf(signal));
}
