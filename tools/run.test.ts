import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./stack/paths";

const source = readFileSync(join(ROOT, "tools", "run.mjs"), "utf8");
const modules = new Map(
  Array.from(source.matchAll(/"?([\w:-]+)"?: "(\.\/[\w/-]+\.ts)"/gu), ([, name, file]) => [name, file]),
);
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

it("every command of package.json has its module, and the other way round", () => {
  const started = Object.values(scripts).flatMap((script) => script.match(/run\.mjs (\S+)/u)?.[1] ?? []);
  expect([...modules.keys()].toSorted()).toEqual(started.toSorted());
  expect([...modules.values()].filter((file) => !existsSync(join(ROOT, "tools", file ?? "")))).toEqual([]);
});

it("the words that everybody types are there", () => {
  const words = ["dev", "build", "start", "lint", "typecheck", "format", "test", "test:unit", "doctor"];
  expect(words.filter((word) => !(word in scripts))).toEqual([]);
});
