import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ROOT } from "../stack/paths";
import { MUTANTS, type Mutant } from "./mutant";
import { writeTable, type Outcome } from "./table";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "cloakroom-table-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const mutant = (name: string): Mutant => ({
  name,
  report: "F1",
  fault: `what is wrong in ${name}`,
  patch: "",
  changesBackend: false,
  caughtBy: { file: "e2e/a.spec.ts", title: "It holds", message: /x/u },
});

const outcome = (name: string, status: Outcome["status"], specSeconds: number): Outcome => ({
  name,
  status,
  detail: "",
  buildSeconds: 40,
  specSeconds,
});

it("writes one row and leaves the others as they were", async () => {
  const file = join(folder, "mutants.md");
  writeFileSync(file, "# Mutants\n\n| fault | report |\n| --- | --- |\n\nF1: sessions.\n");
  const mutants = [mutant("first-one"), mutant("second-one"), mutant("third")];
  const cellsOf = (name: string) => {
    const row = readFileSync(file, "utf8")
      .split("\n")
      .find((line) => line.includes(`**${name}**`));
    return row
      ?.split("|")
      .map((cell) => cell.trim())
      .slice(-3, -1);
  };
  await writeTable(file, mutants, outcome("first-one", "caught", 9));
  expect(cellsOf("second-one")).toEqual(["not yet", "not yet"]);
  await writeTable(file, mutants, outcome("second-one", "survived", 12));
  await writeTable(file, mutants, outcome("first-one", "caught", 11));
  expect(cellsOf("first-one")).toEqual(["40 s", "11 s"]);
  expect(cellsOf("second-one")).toEqual(["40 s", "**no**: survived"]);
  expect(cellsOf("third")).toEqual(["not yet", "not yet"]);
  expect(readFileSync(file, "utf8")).toMatch(/^# Mutants\n\n\| fault [^]*\|\n\nF1: sessions\.\n$/u);
});

it("the document has a row for every mutant, as the command would write it, and each was caught", () => {
  const document = readFileSync(join(ROOT, "docs", "mutants.md"), "utf8");
  const missing = MUTANTS.filter(({ name, fault }) => !document.includes(`| **${name}**: ${fault} `));
  const rows = document.split("\n").filter((line) => line.startsWith("| **"));
  const unproven = rows.filter((row) => !/\d+ s +\|$/u.test(row));
  expect([missing, unproven], "npm run test:mutants -- --only NAME writes its row").toEqual([[], []]);
});
