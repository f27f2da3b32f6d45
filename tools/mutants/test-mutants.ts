import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseOptions, TEXT } from "../options";
import { ROOT } from "../stack/paths";
import { exitCodeOf } from "../stack/run";
import { UserError } from "../stack/user-error";
import { readTestSettings } from "../test-shop/settings";
import { MUTANTS } from "./mutant";
import { copyProject } from "./project-copy";
import type * as runner from "./run-in-copy";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * `npm run test:mutants`: puts each fault back into a copy of the project, builds it, and checks that a spec notices.
 * The copy runs its own tools, which take the copy for the project.
 */
export default async function main(args: string[]): Promise<void> {
  const names = parseNames(args);
  // The seeded database, the logs and the reports are kept where the specs' own are.
  process.env.E2E_DATA_DIR = readTestSettings(process.env).dataDir;
  const copy = makeCopy();
  const url = pathToFileURL(join(copy, "tools", "mutants", "run-in-copy.ts")).href;
  const { runMutants } = (await import(url)) as typeof runner;
  // From here on the run itself handles interruptions.
  for (const signal of SIGNALS) process.off(signal, exit);
  await runMutants({ names, table: join(ROOT, "docs", "mutants.md") });
}

export function parseNames(args: string[]): string[] {
  const { only } = parseOptions("test:mutants", args, { only: TEXT });
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

function exit(signal: NodeJS.Signals): void {
  process.exit(exitCodeOf(signal));
}
