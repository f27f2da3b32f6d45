import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../stack/paths";
import { MUTANTS } from "./catalogue";
import { mutate } from "./edit";
import { FEWER_PAGES } from "./run-in-copy";

describe.each(MUTANTS)("$name", (mutant) => {
  it("still fits the sources", () => {
    for (const { original, mutated } of mutate(ROOT, mutant).values()) expect(mutated).not.toBe(original);
  });

  it("names a spec that is there", () => {
    const { file, title } = mutant.caughtBy;
    expect(readFileSync(join(ROOT, file), "utf8")).toContain(title);
  });
});

it("what keeps builds short still fits the sources", () => {
  expect(mutate(ROOT, { name: "fewer pages", edits: FEWER_PAGES }).size).toBe(1);
});

it("every file of mutants/ is tried, under its own name", () => {
  const files = readdirSync(join(ROOT, "mutants")).toSorted();
  expect(MUTANTS.map(({ name }) => `${name}.mjs`).toSorted()).toEqual(files);
});

it("every field report has its mutants", () => {
  const reports = MUTANTS.map(({ report }) => report);
  expect(reports).toEqual(expect.arrayContaining(["F1", "F2", "F3", "F4", "F5"]));
});
