import "server-only";
import type { IncomingMessage } from "node:http";
import type { RefusalStatus } from "@/lib/guard/request-head";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/lib/env";

/** Ids of the actions in this build; null if they are not known (`next dev`). */
export type ActionIds = ReadonlySet<string> | null;

/** The deepest nesting of action arguments; the shop's have four levels. */
const MAX_DEPTH = 20;

/**
 * The strings with "$" of React's reply format (`processReply` in react-server-dom-turbopack) that the shop's forms
 * send: escaped text, values that JSON lacks, and the form itself. `SAME_OBJECT`: a reference to an earlier object.
 */
const VALUE = /^\$(?:\$|undefined$|NaN$|-?Infinity$|-0$|D|K[\da-f]+$)/;
const SAME_OBJECT = /^\$([\da-f]+(?::[^:]+)+)$/;
/** A reference to bound arguments, which are in another part of the body. */
const BOUND = /^\$@([\da-f]+)$/;

/**
 * Checks a POST that Next would handle as a server action. Next answers one that it cannot decode with 500 and logs an
 * error (node_modules/next/dist/server/app-render/action-handler.js); this refuses it before.
 * @param body complete
 * @returns the status to refuse the request with, or null if Next can decode it
 */
export async function findActionRefusal(
  { method, headers }: Pick<IncomingMessage, "method" | "headers">,
  body: Buffer,
  known: ActionIds,
): Promise<RefusalStatus | null> {
  const type = headers["content-type"] ?? "";
  const id = headers["next-action"];
  const isMultipart = type.startsWith("multipart/form-data");
  if (method !== "POST" || (id === undefined && !isMultipart)) return null;
  if (isForeign(headers)) return 403;
  if (typeof id === "string" && !isKnown(id, known)) return id.length === 42 ? 409 : 400;
  // Without a form, which every action of the shop takes.
  if (!isMultipart) return 400;
  const form = await readForm(type, body);
  if (!form || hasRepeatedFrameworkField(form)) return 400;
  return id === undefined ? findDocumentRefusal(form, known) : findReplyRefusal(form);
}

/** Whether the form is from another origin, compared as Next does. */
function isForeign({ origin, host, "x-forwarded-host": forwarded }: IncomingMessage["headers"]): boolean {
  if (origin === undefined) return false;
  const own =
    String(forwarded ?? "")
      .split(",")[0]
      ?.trim() || host;
  return !URL.canParse(origin) || new URL(origin).host !== own;
}

function isKnown(id: string, known: ActionIds): boolean {
  return id.length === 42 && (known?.has(id) ?? true);
}

async function readForm(type: string, body: Buffer): Promise<FormData | null> {
  try {
    const init = { headers: { "content-type": type } };
    return await new Response(new Uint8Array(body), init).formData();
  } catch {
    return null;
  }
}

/**
 * Writes a form anew, as this guard has read it. Next has another parser, which reads repeated headers, charsets and
 * encodings of a part differently, so it could decode something else than was checked.
 * @returns null for a body that is no form
 */
export async function rewriteForm(
  { headers }: Pick<IncomingMessage, "headers">,
  body: Buffer,
): Promise<{ type: string; body: Buffer } | null> {
  const type = headers["content-type"] ?? "";
  const form = type.startsWith("multipart/form-data") ? await readForm(type, body) : null;
  if (!form) return null;
  const written = new Response(form);
  return {
    type: written.headers.get("content-type") ?? "",
    body: Buffer.from(await written.arrayBuffer()),
  };
}

/** The fields that name an action or hold its arguments. React reads each once, and not always the first. */
const FRAMEWORK_FIELD = /^\$ACTION_|^[\da-f]+$/;

function hasRepeatedFrameworkField(form: FormData): boolean {
  const names = [...form.keys()].filter((name) => FRAMEWORK_FIELD.test(name));
  return new Set(names).size < names.length;
}

/** For a form posted without JavaScript: hidden fields name the action and its bound state. */
function findDocumentRefusal(form: FormData, known: ActionIds): RefusalStatus | null {
  const references = [...form.keys()].filter((name) => /^\$ACTION_(ID|REF)_/.test(name));
  if (references.length === 0 || references.length > 2) return 400;
  const ids = references.map((name) => readBoundId(form, name));
  if (ids.includes(null)) return 400;
  return ids.every((id) => isKnown(String(id), known)) ? null : 409;
}

/** The action's id; null unless id and bound state have the format that `useActionState` writes, as every form here does. */
function readBoundId(form: FormData, reference: string): string | null {
  if (reference.startsWith("$ACTION_ID_")) return null;
  const prefix = `$ACTION_${/^\$ACTION_REF_(\w+)$/.exec(reference)?.[1] ?? ""}:`;
  const action = /^\{"id":"([\da-f]+)","bound":"(\$@[\da-f]+)"\}$/.exec(String(form.get(`${prefix}0`)));
  const [, part = ""] = BOUND.exec(action?.[2] ?? "") ?? [];
  const others = [...form.keys()].filter((name) => name.startsWith(prefix) && name !== `${prefix}0`);
  if (others.length !== 1 || others[0] !== prefix + part) return null;
  const bound = parseReply(form.get(prefix + part), part);
  return bound?.length === 1 ? (action?.[1] ?? null) : null;
}

/** For a form posted by React: part 0 is the list of arguments, all others are the form's fields. */
function findReplyRefusal(form: FormData): RefusalStatus | null {
  const hasOtherParts = [...form.keys()].some((name) => name !== "0" && /^[\da-f]+$/.test(name));
  const given = hasOtherParts ? null : parseReply(form.get("0"), "0");
  return given?.length === 2 && /^\$K[\da-f]+$/.test(String(given[1])) ? null : 400;
}

/** The list in a part; null if there is none or React could not decode it. */
function parseReply(text: FormDataEntryValue | null, part: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(String(text));
    return Array.isArray(value) && isSound({ value, path: part, depth: 0 }, new Set()) ? value : null;
  } catch {
    return null;
  }
}

type Node = { value: unknown; path: string; depth: number };

/**
 * Whether React can decode a value, and it is not nested too deep. An object that occurs twice is written once and then
 * referenced by its path, so a path must lead to an object that is already complete.
 * @param complete the paths of the objects decoded so far
 */
function isSound({ value, path, depth }: Node, complete: Set<string>): boolean {
  if (depth === MAX_DEPTH) return false;
  if (typeof value === "string" && value.startsWith("$")) {
    const [, target] = SAME_OBJECT.exec(value) ?? [];
    return target === undefined ? VALUE.test(value) : complete.has(target);
  }
  if (typeof value !== "object" || value === null) return true;
  const areSound = Object.entries(value).every(
    ([name, each]) =>
      name !== "__proto__" && isSound({ value: each, path: `${path}:${name}`, depth: depth + 1 }, complete),
  );
  complete.add(path);
  return areSound;
}

/** The ids of this build's server actions, from Next's manifest; null without one. */
export function readActionIds(): ActionIds {
  // In development actions are compiled when a page is first opened.
  if (!env.isProduction) return null;
  try {
    const file = join(
      /* turbopackIgnore: true */ process.cwd(),
      env.distDir,
      "server",
      "server-reference-manifest.json",
    );
    const manifest = JSON.parse(readFileSync(file, "utf8")) as { node: Record<string, unknown> };
    return new Set(Object.keys(manifest.node));
  } catch (error) {
    console.warn(
      `Actions are not checked for their ids: ${error instanceof Error ? error.message : "no list"}`,
    );
    return null;
  }
}
