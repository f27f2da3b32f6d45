import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";

/** Checks that the documents name only files, headings, commands and variables that exist. */

/** Folders that are not in the repository: packages, builds, what runs and generators leave behind. */
const UNTRACKED =
  /^(?:node_modules|generated|test-results|playwright-report|\.git|\.data.*|\.next.*|\.medusa)$/u;

/** Files that documents name although the repository has none: made on a machine, or Next's and not used here. */
const NOT_HERE: ReadonlySet<string> = new Set([".env", "secrets.json", "loading.tsx"]);

/** Every file and folder of the repository, as paths from its root with "/". */
const PATHS = listPaths(".");
const BASE_NAMES = new Set([...PATHS].map((path) => posix.basename(path)));
const TOP_LEVEL = new Set([...PATHS].filter((path) => !path.includes("/")));

function listPaths(folder: string): Set<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !UNTRACKED.test(name));
  return new Set(
    entries.flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? [path, ...listPaths(path)] : [path];
    }),
  );
}

const DOCUMENTS = [...PATHS].filter((path) => path.endsWith(".md")).toSorted();

const read = (path: string) => readFileSync(path, "utf8");

const FENCED = /^ *```[^\n]*\n[\s\S]*?^ *```/gmu;

/** Whether a path exists, from the root or from the document's folder. May hold `*`, `**`, `{a,b}` and `{placeholder}`. */
function exists(path: string, document: string): boolean {
  const bare = path.replace(/\/$/u, "");
  if (bare.split("/").some((part) => UNTRACKED.test(part))) return true;
  const candidates = [posix.normalize(bare), posix.join(posix.dirname(document), bare)];
  if (candidates.some((each) => PATHS.has(each))) return true;
  if (!/[*{]/u.test(bare)) return false;
  const pattern = toPattern(bare);
  return [...PATHS].some((each) => pattern.test(each));
}

function toPattern(glob: string): RegExp {
  const source = glob
    .replaceAll(/[.+?^$|()[\]\\]/gu, String.raw`\$&`)
    .replaceAll(/\{([^{}]*)\}/gu, (_braces, names: string) =>
      names.includes(",") ? `(?:${names.replaceAll(",", "|")})` : "[^/]*",
    )
    .replaceAll("**/", "\0")
    .replaceAll("*", "[^/]*")
    .replaceAll("\0", "(?:.*/)?");
  return new RegExp(`^${source}$`, "u");
}

/** A file by its name alone: one with a known extension, or a hidden one such as ".nvmrc". */
const SOURCE_FILE =
  /^[\w*-][\w.*-]*\.(?:tsx?|mjs|md|json|css|ya?ml|sql|prisma|txt|webp)$|^\.(?:env|nvmrc|ox|pretti)[\w.]*$/u;

/** Whether a back-ticked text is a path of the repository, and not a URL, a package or code. */
function isPath(text: string): boolean {
  if (/[\s<>"'`=:;|&$]/u.test(text)) return false;
  const [first = "", ...rest] = text.split("/");
  if (first === "" || rest.length === 0) return false;
  return /^\.{1,2}$/u.test(first) || TOP_LEVEL.has(first) || SOURCE_FILE.test(rest.at(-1) ?? "");
}

function isNamedFile(text: string, document: string): boolean {
  if (isPath(text)) return exists(text, document);
  if (!SOURCE_FILE.test(text)) return true;
  if (text.includes("*")) return [...BASE_NAMES].some((name) => toPattern(text).test(name));
  return BASE_NAMES.has(text) || NOT_HERE.has(text);
}

/** The anchors that GitHub gives the headings of a document. */
function listAnchors(path: string): string[] {
  const headings = read(path)
    .replaceAll(FENCED, "")
    .matchAll(/^#+ (.+)$/gmu);
  return Array.from(headings, ([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function isSoundLink(target: string, document: string): boolean {
  if (/^[a-z]+:/u.test(target)) return true;
  const [path = "", anchor] = target.split("#", 2);
  const file = path === "" ? document : posix.join(posix.dirname(document), decodeURIComponent(path));
  if (!PATHS.has(file.replace(/\/$/u, ""))) return false;
  return anchor === undefined || listAnchors(file).includes(anchor);
}

const scriptsOf = (manifest: string) =>
  Object.keys((JSON.parse(read(manifest)) as { scripts: Record<string, string> }).scripts);

const SCRIPTS = new Set([...scriptsOf("package.json"), ...scriptsOf("medusa/package.json")]);

describe.each(DOCUMENTS)("%s", (document) => {
  const text = read(document);
  const prose = text.replaceAll(FENCED, "");

  test("names only paths that exist", () => {
    const named = Array.from(prose.matchAll(/`([^`\n]+)`/gu), ([, code = ""]) => code);
    expect(named.filter((each) => !isNamedFile(each, document))).toEqual([]);
  });

  test("links only to files and headings that exist", () => {
    const targets = Array.from(
      prose.matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/gu),
      ([, link, source]) => link ?? source ?? "",
    );
    expect(targets.filter((each) => !isSoundLink(each, document))).toEqual([]);
  });

  test("names only npm scripts that exist", () => {
    const named = Array.from(
      text.matchAll(/\bnpm (?:run ([\w-]+(?::[\w-]+)*)|(start|test)\b)/gu),
      ([, run, script]) => run ?? script ?? "",
    );
    expect(named.filter((script) => !SCRIPTS.has(script))).toEqual([]);
  });
});

test("The README names every spec", () => {
  const specs = readdirSync("e2e").filter((name) => name.endsWith(".spec.ts"));
  const readme = read("README.md");
  expect(specs.filter((name) => !readme.includes(`e2e/${name}`))).toEqual([]);
});

test("The deployment guide names every environment variable", () => {
  const variables = [
    ...read(".env.example").matchAll(/^# ([A-Z][A-Z0-9_]*)=/gmu),
    ...read("lib/env.ts").matchAll(/read\("([A-Z_]+)"/gu),
    ...read("medusa/src/env.ts").matchAll(/^ {2}([A-Z_]+):/gmu),
  ].map(([, name = ""]) => name);
  const guide = read("docs/deploying.md");
  expect(variables).toContain("AUTH_SECRET");
  expect([...new Set(variables)].filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
