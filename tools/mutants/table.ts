import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import type { Mutant } from "./mutant";
import type { Outcome } from "./run-mutant";

const INTRODUCTION = `# Mutants

The suite claims to notice when a session crosses, ends early or outlives its revocation. Here is the evidence: each
fault of the field reports, and of attacks on the shop, is put back, one at a time, into a copy of the project; that copy
is built for production, and a spec must fail on it, with a message that is about the fault. A fault that no spec
notices, one that only breaks the build, and one that is noticed for another reason fail the command.

\`npm run test:mutants\` writes this table; \`npm run test:mutants -- --only NAME\` measures one row of it anew. Each
fault is a patch in \`mutants/\`, headed by what it is, the report it is from, and the test and the message that it must
cause. That every patch still applies is a unit test; that it compiles shows only when it is built, or beforehand by

\`\`\`sh
git apply mutants/NAME.patch && npx tsc --noEmit; git apply -R mutants/NAME.patch
\`\`\`

for the storefront, and by \`npm --prefix medusa run typecheck\` in its place for the backend.

`;

const FOOTER = `
F1: sessions that die after a day or two. F2: one request that carries another's identity. F3: a guest's cart and order
credited to who signed in last. F4: tokens that run out, are altered or are copied, and sessions in one process's memory.
F5: a password changed on one server, and the thief still in on another. What attacks on this shop have shown: S1: one form
that ends the process. S2: revocation that forgets admins. S4: links that outlive a new password. S22: a cart that is
changed between the last look and the order. What shops in operation have shown: D1: things that carts and orders
refer to, deleted. D2: what is withdrawn and still sold. D3: a state's own tax. D4: a code that ends. D5: a cart page that
is answered before an add and arrives after it. D6: an edit that the first visitor does not see. D7: prices that change by
the clock.

The seconds are those of one run on two cores: building and starting the storefront (and the backend, where the fault is
in it), then starting the browser and running the spec to its first failure.
`;

const HEAD = `| fault | report | the spec that fails | built | caught |\n| --- | --- | --- | --- | --- |\n`;

/** Writes one mutant's outcome into its row. The others keep theirs. */
export async function writeTable(file: string, mutants: Mutant[], outcome: Outcome): Promise<void> {
  const measured = existsSync(file) ? readMeasured(readFileSync(file, "utf8")) : new Map<string, string[]>();
  measured.set(outcome.name, describeMeasured(outcome));
  const config = await resolveConfig(file);
  writeFileSync(file, await format(renderTable(mutants, measured), { ...config, parser: "markdown" }));
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
  return INTRODUCTION + HEAD + rows.join("") + FOOTER;
}

function describeMeasured({ status, buildSeconds, specSeconds }: Outcome): string[] {
  return [`${buildSeconds} s`, status === "caught" ? `${specSeconds} s` : `**no**: ${status}`];
}
