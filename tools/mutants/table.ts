import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import type { Mutant } from "./mutant";
import type { Result } from "./result";

export type Outcome = Result & { name: string; buildSeconds: number; specSeconds: number };

const HEAD = `| fault | report | the spec that fails | built | caught |\n| --- | --- | --- | --- | --- |\n`;

const TABLE = /^\| fault .*\n(?:\|.*\n)*/mu;

/** Writes one mutant's outcome into its row of the file's table. The other rows keep theirs. */
export async function writeTable(file: string, mutants: Mutant[], outcome: Outcome): Promise<void> {
  const markdown = readFileSync(file, "utf8");
  const measured = readMeasured(markdown).set(outcome.name, describeMeasured(outcome));
  const written = markdown.replace(TABLE, () => renderTable(mutants, measured));
  writeFileSync(file, await format(written, { ...(await resolveConfig(file)), parser: "markdown" }));
}

/** The measured cells of each row, by the mutant's name. */
function readMeasured(markdown: string): Map<string, string[]> {
  const rows = markdown.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  return new Map(
    rows.flatMap(([, fault = "", , , ...cells]) => {
      const [, name] = /^\*\*([\w-]+)\*\*/u.exec(fault) ?? [];
      return name ? [[name, cells.slice(0, 2)]] : [];
    }),
  );
}

function renderTable(mutants: Mutant[], measured: Map<string, string[]>): string {
  const rows = mutants.map(({ name, fault, report, caughtBy: { file, title } }) => {
    const spec = `\`${file}\`: ${title.replaceAll("|", String.raw`\|`)}`;
    const cells = measured.get(name) ?? ["not yet", "not yet"];
    return `| ${[`**${name}**: ${fault}`, report, spec, ...cells].join(" | ")} |\n`;
  });
  return HEAD + rows.join("");
}

function describeMeasured({ status, buildSeconds, specSeconds }: Outcome): string[] {
  return [`${buildSeconds} s`, status === "caught" ? `${specSeconds} s` : `**no**: ${status}`];
}
