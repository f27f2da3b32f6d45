import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { MUTANTS } from "./mutant";
import { copyProject, parseNames } from "./test-mutants";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "cloakroom-copy-"))));
afterEach(() => rmSync(folder, { recursive: true }));

it("copies sources and built parts, links packages, and leaves what runs have made", () => {
  const [from, to] = [join(folder, "from"), join(folder, "to")];
  const files = ["lib/a.ts", "medusa/.medusa/server/b.js", "prisma/generated/c.ts", ".nvmrc"];
  const left = [".git/HEAD", ".next-test/d.js", ".data-test/e", "test-results/f"];
  for (const file of [...files, ...left, "node_modules/p/g.js", "medusa/node_modules/q/h.js"]) {
    mkdirSync(join(from, file, ".."), { recursive: true });
    writeFileSync(join(from, file), file);
  }
  mkdirSync(join(from, "node_modules", ".bin"));
  symlinkSync("../p/g.js", join(from, "node_modules", ".bin", "g"));
  copyProject(from, to);

  for (const file of [...files, "node_modules/p/g.js", "medusa/node_modules/q/h.js"])
    expect(readFileSync(join(to, file), "utf8")).toBe(file);
  expect(left.filter((file) => existsSync(join(to, file)))).toEqual([]);
  expect(readlinkSync(join(to, "node_modules", ".bin", "g"))).toBe("../p/g.js");

  writeFileSync(join(to, "lib/a.ts"), "changed");
  rmSync(join(to, "node_modules"), { recursive: true });
  expect(readFileSync(join(from, "lib/a.ts"), "utf8")).toBe("lib/a.ts");
  expect(existsSync(join(from, "node_modules/p/g.js"))).toBe(true);
});

it("tries all, or those that are named", () => {
  expect(parseNames([])).toHaveLength(MUTANTS.length);
  expect(parseNames(["--only", "sessions-in-map, token-in-module"])).toEqual([
    "sessions-in-map",
    "token-in-module",
  ]);
});

it("refuses what is no mutant, and no option", () => {
  expect(() => parseNames(["--only", "nobody"])).toThrow('There is no mutant "nobody".');
  expect(() => parseNames(["--all"])).toThrow("--all");
});
