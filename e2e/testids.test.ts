import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Test ids that other projects' suites use, one a line: see docs/testing.md. Ids may be added, never removed. */
const NAMES = readFileSync("e2e/testids.txt", "utf8").trim().split("\n");

const SOURCE = ["app", "components"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  )
  .join("\n");

const LITERALS = new Set([...SOURCE.matchAll(/"([\w-]+)"/g)].map((match) => match[1] ?? ""));

/** Templates such as `select-${country}-choice` that have enough fixed text to be recognised. */
const TEMPLATES = [...SOURCE.matchAll(/`([\w-]*\$\{\w+\}[\w-]*)`/g)]
  .map((match) => match[1] ?? "")
  .filter((template) => template.replace(/\$\{\w+\}/, "").length > 4)
  .map((template) => new RegExp(`^${template.replace(/\$\{\w+\}/, "([\\w{}-]+)")}$`));

/** Whether the variable part is one word, or a literal of the sources. */
function isFilledIn(name: string, template: RegExp): boolean {
  const [, part] = template.exec(name) ?? [];
  return part !== undefined && (!part.includes("-") || LITERALS.has(part));
}

/** Address fields combine the kind of address with the field's own test id or name. */
function isAddressField(name: string): boolean {
  const [, field] = /^(?:shipping|billing)-([\w-]+)$/.exec(name) ?? [];
  const [, own] = /^(\w+)-input$/.exec(field ?? name) ?? [];
  return (
    (field !== undefined && LITERALS.has(field)) ||
    (own !== undefined && [`name: "${own}"`, `case "${own}"`].some((text) => SOURCE.includes(text)))
  );
}

test.each(NAMES)("an element is called %s", (name) => {
  const exists =
    LITERALS.has(name) || TEMPLATES.some((each) => isFilledIn(name, each)) || isAddressField(name);
  expect(exists).toBe(true);
});

test("every test id that is written out is in the list", () => {
  const written = SOURCE.matchAll(/(?:data-testid|[tT]estId)"?\s*[=:]\s*"([\w-]+)"/g);
  const missing = [...written].flatMap(([, name = ""]) => (NAMES.includes(name) ? [] : name));
  expect(missing).toEqual([]);
});
