import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/* What the documents say of the sources stays true when those move on. */

const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  "docs/testing.md",
  "docs/glossary.md",
  "docs/mutants.md",
  "docs/security.md",
  "e2e/leak-scan/README.md",
  "scripts/pictures/README.md",
  ...readdirSync("docs/decisions").map((name) => `docs/decisions/${name}`),
];

test.each(DOCUMENTS)("%s names only files that are there", (document) => {
  const named = readFileSync(document, "utf8").match(
    /\b(?:app|components|docs|e2e|lib|medusa|prisma|scripts|tools)\/[\w./-]+\.(?:tsx?|mjs|css|json|webp|md)\b/g,
  );
  expect((named ?? []).filter((path) => !existsSync(path))).toEqual([]);
});

test("The README names every spec", () => {
  const specs = readdirSync("e2e").filter((name) => name.endsWith(".spec.ts"));
  const readme = readFileSync("README.md", "utf8");
  expect(specs.filter((name) => !readme.includes(`e2e/${name}`))).toEqual([]);
});
