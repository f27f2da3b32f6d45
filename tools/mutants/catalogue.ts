import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../stack/paths";
import type { Mutant } from "./mutant";

const MUTANTS_FOLDER = join(ROOT, "mutants");

const load = async (file: string): Promise<Mutant[]> =>
  Object.values((await import(pathToFileURL(join(MUTANTS_FOLDER, file)).href)) as Record<string, Mutant>);

const REPORT_ORDER = ["F", "S", "D"];

/** Every mutant of mutants/, by the number of its report, and by name. */
export const MUTANTS = (await Promise.all(readdirSync(MUTANTS_FOLDER).toSorted().map(load)))
  .flat()
  .toSorted((a, b) => rank(a) - rank(b));

function rank({ report }: Mutant): number {
  return REPORT_ORDER.indexOf(report.slice(0, 1)) * 1_000 + Number(report.slice(1));
}
