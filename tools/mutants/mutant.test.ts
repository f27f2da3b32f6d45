import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../stack/paths";
import { formatError } from "../stack/user-error";
import { applyPatch, FEWER_PAGES, MUTANTS, parseMutant } from "./mutant";

/** Everything but the mutants themselves works on a machine without git. */
const git = (...args: string[]) => spawnSync("git", args, { encoding: "utf8" });
const hasGit = git("--version").status === 0;

describe.each(MUTANTS)("$name", ({ patch, caughtBy }) => {
  it.skipIf(!hasGit)("still fits the sources", () => expect(explainMisfit(patch)).toBe(""));

  it("fits them in no other place", () => {
    const isAmbiguous = ({ file, before }: Hunk) => readSource(file).split(before).length > 2;
    expect(listHunks(patch).filter(isAmbiguous)).toEqual([]);
  });

  it("names a spec that is there", () => {
    expect(readSource(caughtBy.file)).toContain(caughtBy.title);
  });
});

it.skipIf(!hasGit)("what keeps builds short still fits the sources", () => {
  expect(explainMisfit(FEWER_PAGES)).toBe("");
});

it("every field report has its mutants", () => {
  const reports = MUTANTS.map(({ report }) => report);
  expect(reports).toEqual(expect.arrayContaining(["F1", "F2", "F3", "F4", "F5"]));
});

/** Each patch is applied to copies of its files alone; whatever else they import is the project's. */
describe.skipIf(!hasGit)("with any one patch applied", () => {
  const folder = mkdtempSync(join(tmpdir(), "cloakroom-types-"));
  const roots = [ROOT, ...MUTANTS.map(({ name }) => join(folder, name))];
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(() => {
    for (const { name, patch } of MUTANTS) {
      for (const { file } of listHunks(patch)) cpSync(join(ROOT, file), join(folder, name, file));
      for (const packages of ["node_modules", "medusa/node_modules"])
        if (existsSync(join(folder, name, packages, "..")))
          symlinkSync(join(ROOT, packages), join(folder, name, packages));
      applyPatch(patch, undefined, join(folder, name));
    }
  });

  it.each([
    ["storefront", { extends: join(ROOT, "tsconfig.json"), paths: { "@/*": [join(ROOT, "*")] } }],
    [
      "backend",
      {
        extends: join(ROOT, "medusa", "tsconfig.json"),
        rootDir: "/",
        typeRoots: [join(ROOT, "medusa", "node_modules", "@types")],
      },
    ],
  ])("the %s type-checks", { timeout: 120_000 }, (project, { extends: base, ...options }) => {
    const files = MUTANTS.flatMap(({ name, patch }) =>
      listHunks(patch).map(({ file }) => ({
        path: join(folder, name, file),
        isBackend: file.startsWith("medusa/"),
      })),
    );
    const own = files
      .filter(({ isBackend }) => isBackend === (project === "backend"))
      .map(({ path }) => path);
    const config = {
      extends: base,
      compilerOptions: { ...options, rootDirs: roots, noEmit: true, incremental: false, plugins: [] },
      files: own,
      include: [],
    };
    const configFile = join(folder, `${project}.json`);
    writeFileSync(configFile, JSON.stringify(config));
    const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", configFile], { encoding: "utf8" });
    expect(stdout).toBe("");
  });
});

/** Which patch does not fit, and how to fix it; empty when it fits. */
function explainMisfit(patch: string): string {
  try {
    applyPatch(patch, "--check");
    return "";
  } catch (error) {
    return formatError(error);
  }
}

/** `before`: the lines that a hunk finds in the file, with those around them. */
type Hunk = { file: string; before: string };

function listHunks(patch: string): Hunk[] {
  const parts = readSource(patch)
    .split(/^diff --git .*$/mu)
    .slice(1);
  return parts.flatMap((part) => {
    const [, file = ""] = /^\+\+\+ b\/(.+)$/mu.exec(part) ?? [];
    const hunks = part.split(/^@@ .*\n/mu).slice(1);
    return hunks.map((hunk) => ({ file, before: hunk.replaceAll(/^\+.*\n/gmu, "").replaceAll(/^./gmu, "") }));
  });
}

function readSource(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

const HEADER = `Fault: nothing is checked
Report: S7
Caught by: e2e/a.spec.ts
Test: It is checked
Message: /Expected: 4\\d\\d/

`;
const DIFF = `diff --git a/medusa/a.ts b/medusa/a.ts
--- a/medusa/a.ts
+++ b/medusa/a.ts
@@ -1,2 +1 @@
-check();
 open();
`;

describe("a patch", () => {
  let root = "";
  let patch = "";
  const read = () => readFileSync(join(root, "medusa", "a.ts"), "utf8");
  beforeEach(() => {
    root = join(mkdtempSync(join(tmpdir(), "cloakroom-patch-")), "copy");
    mkdirSync(join(root, "medusa"), { recursive: true });
    writeFileSync(join(root, "medusa", "a.ts"), "check();\nopen();\n");
    patch = join(root, "no-check.patch");
    writeFileSync(patch, HEADER + DIFF);
  });
  afterEach(() => rmSync(join(root, ".."), { recursive: true }));

  it("tells what it is about, and that the backend is to be built again", () => {
    expect(parseMutant("mutants/no-check.patch", HEADER + DIFF)).toEqual({
      name: "no-check",
      patch: "mutants/no-check.patch",
      report: "S7",
      fault: "nothing is checked",
      caughtBy: { file: "e2e/a.spec.ts", title: "It is checked", message: /Expected: 4\d\d/u },
      changesBackend: true,
    });
  });

  it("is refused without a line of its header", () => {
    const text = HEADER.replace(/^Test: .*\n/mu, "") + DIFF;
    expect(() => parseMutant("mutants/no-check.patch", text)).toThrow(
      'mutants/no-check.patch has no line "Test: …"',
    );
  });

  it.skipIf(!hasGit).each(["no", "another"])("is applied and taken out in %s repository", (repository) => {
    if (repository === "another") git("init", "--quiet", join(root, ".."));
    applyPatch(patch, undefined, root);
    expect(read()).toBe("open();\n");
    applyPatch(patch, "--reverse", root);
    expect(read()).toBe("check();\nopen();\n");
  });

  it.skipIf(!hasGit)("says which one it is when it does not fit, and changes nothing", () => {
    writeFileSync(join(root, "medusa", "a.ts"), "checkAll();\nopen();\n");
    expect(() => applyPatch(patch, undefined, root)).toThrow(
      "no-check.patch does not fit the sources any more.\nerror: patch failed: medusa/a.ts:1",
    );
    expect(read()).toBe("checkAll();\nopen();\n");
  });
});
