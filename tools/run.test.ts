import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { COMMANDS } from "./commands.mjs";
import { ROOT } from "./stack/paths";

const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

it("every command of package.json has its module, and the other way round", () => {
  const started = Object.values(scripts).flatMap((script) => script.match(/run\.mjs (\S+)/u)?.[1] ?? []);
  expect(Object.keys(COMMANDS).toSorted()).toEqual(started.toSorted());
  const modules = Object.values(COMMANDS).map(({ module }) => join(ROOT, "tools", module));
  expect(modules.filter((file) => !existsSync(file))).toEqual([]);
});

it("the words that everybody types are there", () => {
  const words = ["dev", "build", "start", "lint", "typecheck", "format", "test", "test:unit", "doctor"];
  expect(words.filter((word) => !(word in scripts))).toEqual([]);
});

describe("in a folder where nothing is installed, and nothing else could be started", () => {
  const folder = mkdtempSync(join(tmpdir(), "cloakroom-help-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const needed = ["package.json", "tools/run.mjs", "tools/commands.mjs", "tools/bootstrap"];
  for (const path of needed) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(folder, "tools", "run.mjs"), ...args], {
      cwd: folder,
      encoding: "utf8",
    });

  it.each(Object.entries(COMMANDS))("%s answers --help with its usage", (name, { usage }) => {
    expect(run(name, "--help")).toMatchObject({ status: 0, stdout: `${usage}\n`, stderr: "" });
    expect(usage).toMatch(new RegExp(String.raw`^npm (run )?${name}\b`, "mu"));
    expect(readdirSync(folder).toSorted()).toEqual(["package.json", "tools"]);
  });

  it("the short form is understood, too, behind other arguments", () => {
    expect(run("e2e", "cart.spec.ts", "-h").stdout).toBe(`${COMMANDS.e2e.usage}\n`);
  });

  it("a command that is none is refused with those that are", () => {
    const { status, stderr } = run("nobody");
    expect(status).toBe(1);
    expect(stderr).toContain('There is no command "nobody". There are: demo, dev, start,');
  });
});
