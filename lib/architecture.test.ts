import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** The architecture rules, checked against the sources. A failure lists the files that break the rule. */

type Source = { path: string; text: string };

function readSources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|fake)\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

const SOURCES: Source[] = [
  ...["app", "components", "lib"].flatMap(readSources),
  ...["middleware.ts", "instrumentation.ts"].map((path) => ({ path, text: readFileSync(path, "utf8") })),
];
const BACKEND = readSources("medusa/src");
const E2E = readSources("e2e");

/** The isomorphic files of `lib`: types, texts and arithmetic, without anything that only the server may have. */
const ISOMORPHIC =
  /^lib\/(errors|money|dates|markets|pages|site|clean-text|recovery)\.ts$|^lib\/address\/(address|country-name|formats|postal-code|province)\.ts$|^lib\/auth\/password-rules\.ts$|^lib\/forms\/form-data\.ts$|^lib\/http\/(body-limit|origin|rewrites|safe-redirect|security-headers)\.ts$|^lib\/catalog\/(handle|product|sort|cache-tags|plain-text|list-query|reshape)\.ts$|^lib\/cart\/(cart|promotion|shipments)\.ts$|^lib\/checkout\/steps\.ts$|^lib\/orders\/order\.ts$|^lib\/session\/rotation\.ts$|^lib\/customer\/customer\.ts$/;

function listImports({ text }: Source): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
}

function listBreaches(sources: Source[], pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

function listImporters(sources: Source[], target: RegExp): string[] {
  return sources
    .filter((source) => listImports(source).some((name) => target.test(name)))
    .map(({ path }) => path);
}

const inFolder = (prefix: RegExp) => SOURCES.filter(({ path }) => prefix.test(path));
const outside = (owner: RegExp) => SOURCES.filter(({ path }) => !owner.test(path));

describe("imports point one way", () => {
  test.each([
    ["lib never imports app or components", /^lib\//, /^@\/(app|components)\//],
    ["components never import app, but for its actions", /^components\//, /^@\/app\/(?!.*\/actions$)/],
    [
      "the catalogue knows no session and no cart",
      /^lib\/catalog\//,
      /^@\/lib\/(session|cart|checkout|orders|customer|auth)/,
    ],
    ["nothing of the storefront imports the backend", /^/, /^@\/medusa\//],
  ])("%s", (_rule, from, target) => {
    expect(listImporters(inFolder(from), target)).toEqual([]);
  });

  test("no circle leads through two folders of lib", () => {
    expect(findCircle(listFolderImports())).toEqual([]);
  });

  test("another folder is imported by its alias", () => {
    expect(listImporters(SOURCES, /^\.\.\//).filter((path) => path !== "lib/http/rewrites.ts")).toEqual([]);
  });

  test("the model of the shoppers knows neither the browsers nor the requests that drive it", () => {
    const model = E2E.filter(({ path }) => /^e2e\/model\/[^/]+$/.test(path));
    expect(model).not.toEqual([]);
    expect(listImporters(model, /@playwright|\/browser\/|\/tools\//)).toEqual([]);
  });

  test("end-to-end tests and the backend import nothing of the storefront", () => {
    expect(listImporters([...E2E, ...BACKEND], /^@\/|\/(app|lib|components)\//)).toEqual([]);
  });
});

describe("files say what they hold", () => {
  test("a module whose only exports are hooks is called use-*.ts", () => {
    const hooks = inFolder(/^(app|components)\//).filter(({ text }) => {
      const names = [...text.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].map(
        (match) => match[1] ?? "",
      );
      return names.length > 0 && names.every((name) => /^use[A-Z]/.test(name));
    });
    expect(hooks.map(({ path }) => path).filter((path) => !/\/use-[\w-]+\.tsx?$/.test(path))).toEqual([]);
  });
});

/** The folder of a file in lib, or the file itself if it is in lib's root. */
function getUnit(path: string): string {
  return /^lib\/[^/]+(?=\/)/.exec(path)?.[0] ?? path;
}

/** For each folder and root file of lib, the others that it imports. */
function listFolderImports(): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const source of inFolder(/^lib\//)) {
    const from = getUnit(source.path);
    const targets = listImports(source).flatMap((name) => /^@\/(lib\/.*)$/.exec(name)?.[1] ?? []);
    const others = targets.map((target) => getUnit(`${target}.ts`)).filter((to) => to !== from);
    graph.set(from, new Set([...(graph.get(from) ?? []), ...others]));
  }
  return graph;
}

/** The first circle in a graph, as a path from a node back to it; empty if there is none. */
function findCircle(graph: Map<string, Set<string>>): string[] {
  const done = new Set<string>();
  const walk = (node: string, path: string[]): string[] => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const circle = walk(next, [...path, node]);
      if (circle.length > 0) return circle;
    }
    done.add(node);
    return [];
  };
  return [...graph.keys()].map((node) => walk(node, [])).find((circle) => circle.length > 0) ?? [];
}

/** Matches no path: for things that nobody may use. */
const NOBODY = /^$/;

describe("each thing has one owner", () => {
  test.each([
    ["process.env belongs to lib/env", /process\.env(?!\.NEXT_RUNTIME\b)/, /^lib\/env\.ts$/],
    ["which runtime it is, only the start asks", /NEXT_RUNTIME/, /^instrumentation\.ts$/],
    [
      "the authorization header is built in lib/medusa/headers",
      /authorization:|"authorization"/,
      /^lib\/medusa\/headers\.ts$/,
    ],
    // Next goes on answering from it after the backend has revoked the token that it was filled with.
    ["force-cache is used nowhere", /force-cache/, NOBODY],
    [
      "cookies of a cart are read and written in lib/cart/cookie",
      /hostCookie\("cart"/,
      /^lib\/cart\/cookie\.ts$/,
    ],
  ])("%s", (_rule, pattern, owner) => {
    expect(listBreaches(outside(owner), pattern)).toEqual([]);
  });

  test.each([
    ["the SDK belongs to lib/medusa/client", /^@medusajs\/js-sdk/, /^lib\/medusa\/client\.ts$/],
    ["Prisma belongs to lib/db", /^@prisma\//, /^lib\/db\.ts$/],
    ["node-postgres belongs to lib/advisory-lock", /^pg$/, /^lib\/advisory-lock\.ts$/],
    ["next-auth belongs to lib/seal", /^next-auth/, /^lib\/seal\.ts$/],
    // They promise relations and amounts that are not there: what is read of an answer is parsed (lib/medusa/parse.ts).
    ["Medusa's own types are used nowhere", /^@medusajs\/types/, NOBODY],
    ["the call with an identity is made in lib", /^@\/lib\/medusa\//, /^lib\//],
  ])("%s", (_rule, target, owner) => {
    expect(listImporters(outside(owner), target)).toEqual([]);
  });
});

/** The files that begin with import "server-only". */
const SERVER_ONLY: ReadonlySet<string> = new Set(
  SOURCES.filter(({ text }) => text.startsWith('import "server-only";')).map(({ path }) => path),
);

/** The files of the storefront that a file imports for more than types. */
function listValueImports({ path, text }: Source): string[] {
  const names = [...text.matchAll(/^import (?!type\b)[^;]*?"([^"]+)"|import\(\s*"([^"]+)"/gms)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
  const bases = new Set(
    names.flatMap((name) => {
      if (name.startsWith("@/")) return name.slice(2);
      return name.startsWith(".") ? join(path, "..", name) : [];
    }),
  );
  return SOURCES.map((source) => source.path).filter((each) => bases.has(each.replace(/\.tsx?$/, "")));
}

/** The files that are sent to the browser: client components, and everything they import but server actions. */
function listReachedByClient(): string[] {
  const sources = new Map(SOURCES.map((source) => [source.path, source]));
  const reached = new Set<string>();
  const visit = (path: string) => {
    const source = sources.get(path);
    if (!source || reached.has(path) || path.endsWith("/actions.ts")) return;
    reached.add(path);
    for (const next of listValueImports(source)) visit(next);
  };
  for (const { path, text } of SOURCES) if (text.startsWith('"use client"')) visit(path);
  return [...reached];
}

describe("what runs where is said in the file", () => {
  test("'use server' stands only in app/**/actions.ts", () => {
    expect(listBreaches(outside(/^app\/.*\/actions\.ts$/), /^\s*["']use server["']/m)).toEqual([]);
  });

  test("an actions file exports only wrapped actions", () => {
    const exported = inFolder(/\/actions\.ts$/).flatMap(({ path, text }) =>
      [...text.matchAll(/^export (.*)$/gm)].map((match) => `${path}: ${match[1]}`),
    );
    const unwrapped = exported.filter((line) => !/const \w+ = publicAction\(/.test(line));
    expect(exported).not.toEqual([]);
    expect(unwrapped).toEqual([]);
  });

  test("a file of lib that is not isomorphic begins with import 'server-only'", () => {
    const open = inFolder(/^lib\//).filter(({ path }) => !ISOMORPHIC.test(path));
    expect(
      open.filter(({ text }) => !text.startsWith('import "server-only";')).map(({ path }) => path),
    ).toEqual([]);
  });

  test("a client component reaches no server-only file, other than through its actions", () => {
    expect(listReachedByClient().filter((path) => SERVER_ONLY.has(path))).toEqual([]);
  });

  test("an isomorphic file of lib imports no server-only one", () => {
    const serverOnly =
      /^@\/lib\/(env|db|seal|audit-log|forms\/(action|flash)|guard|medusa|session\/(?!rotation))/;
    expect(listImporters(inFolder(ISOMORPHIC), serverOnly)).toEqual([]);
  });
});

describe("no request leaves anything behind in a module", () => {
  test("no let, Map, Set or WeakMap at module level, but for sets typed as read-only", () => {
    const owners = /^lib\/db\.ts$/;
    const state = /^(export )?(let |var |const \w+(: (?!ReadonlySet<)[^=]+)? = new (Map|Set|WeakMap)\b)/m;
    expect(listBreaches(outside(owners), state)).toEqual([]);
  });

  test("whose request it is cannot be said from outside lib: what takes an identity is called by lib alone", () => {
    const takesIdentity =
      /^export (?:async )?function (\w+)[^(]*\([^)]*\b(?:cartId|customerId|sessionId|token|CustomerSession|IdentityHeaders|\w*CartContext|KnownCart|ActiveCart)\b/gm;
    const names = inFolder(/^lib\//).flatMap(({ text }) =>
      [...text.matchAll(takesIdentity)].map((match) => match[1] ?? ""),
    );
    expect(names).toContain("findActiveCartFor");
    const called = new RegExp(`import [^;]*\\b(?:${names.join("|")})\\b[^;]* from "@/lib/`, "m");
    expect(listBreaches(outside(/^lib\//), called)).toEqual([]);
  });
});
