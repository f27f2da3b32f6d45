import "server-only";
import type { IncomingMessage } from "node:http";
import type { Refusal } from "@/lib/http/malformed";

/** Ids of the actions in this build; null where they are not known beforehand (`next dev`). */
export type ActionIds = ReadonlySet<string> | null;

/** Levels of nesting in what an action is called with: the shop's have four. */
const MAX_DEPTH = 20;

/**
 * What texts with a "$" stand for in React's reply format (react-server-dom-turbopack, `processReply`), as far as the
 * shop's forms send it: escaped text, values that JSON lacks, the form itself, and "the same object as there".
 */
const VALUE = /^\$(?:\$|undefined$|NaN$|-?Infinity$|-0$|D|K[\da-f]+$)/;
const SAME_OBJECT = /^\$([\da-f]+(?::[^:]+)+)$/;
/** What is bound to an action, in a part of its own. */
const BOUND = /^\$@([\da-f]+)$/;

/**
 * Judges a POST that Next would take for a server action. Next answers what it cannot decode with 500 and an error in
 * the log (node_modules/next/dist/server/app-render/action-handler.js); this answers before it.
 * @param body whole
 * @returns the status to refuse it with, or null if Next can decode it
 */
export async function findActionRefusal(
  { method, headers }: Pick<IncomingMessage, "method" | "headers">,
  body: Buffer,
  known: ActionIds,
): Promise<Refusal | null> {
  const type = headers["content-type"] ?? "";
  const id = headers["next-action"];
  const isMultipart = type.startsWith("multipart/form-data");
  if (method !== "POST" || (id === undefined && !isMultipart)) return null;
  if (isForeign(headers)) return 403;
  if (typeof id === "string" && !isKnown(id, known)) return id.length === 42 ? 409 : 400;
  // Without a form, which every action of the shop takes.
  if (!isMultipart) return 400;
  const form = await readForm(type, body);
  if (!form) return 400;
  return id === undefined ? findDocumentRefusal(form, known) : findReplyRefusal(form);
}

/** As Next compares them: another site's form, or an Origin that is none. */
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

/** A form posted without JavaScript: its hidden fields name the action, and bind the state before it to it. */
function findDocumentRefusal(form: FormData, known: ActionIds): Refusal | null {
  const references = [...form.keys()].filter((name) => /^\$ACTION_(ID|REF)_/.test(name));
  if (references.length === 0 || references.length > 2) return 400;
  const ids = references.map((name) => readBoundId(form, name));
  if (ids.includes(null)) return 400;
  return ids.every((id) => isKnown(String(id), known)) ? null : 409;
}

/** The action's id, or null if it, or what is bound to it, is not as `useActionState` has written it. */
function readBoundId(form: FormData, reference: string): string | null {
  const prefix = `$ACTION_${/^\$ACTION_REF_(\w+)$/.exec(reference)?.[1] ?? ""}:`;
  const action = /^\{"id":"([\da-f]+)","bound":"(\$@[\da-f]+)"\}$/.exec(String(form.get(`${prefix}0`)));
  const [, part = ""] = BOUND.exec(action?.[2] ?? "") ?? [];
  const others = [...form.keys()].filter((name) => name.startsWith(prefix) && name !== `${prefix}0`);
  if (others.length !== 1 || others[0] !== prefix + part) return null;
  const bound = readReply(form.get(prefix + part), part);
  return bound?.length === 1 ? (action?.[1] ?? null) : null;
}

/** A form posted by React: part 0 is the list of arguments, all others are the form's own fields. */
function findReplyRefusal(form: FormData): Refusal | null {
  const hasOtherParts = [...form.keys()].some((name) => name !== "0" && /^[\da-f]+$/.test(name));
  const given = hasOtherParts ? null : readReply(form.get("0"), "0");
  return given?.length === 2 && /^\$K[\da-f]+$/.test(String(given[1])) ? null : 400;
}

/** The list that a part holds; null if it is none, or holds something that React would stumble over. */
function readReply(text: FormDataEntryValue | null, part: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(String(text));
    return Array.isArray(value) && isSound({ value, path: part, depth: 0 }, new Set()) ? value : null;
  } catch {
    return null;
  }
}

type Node = { value: unknown; path: string; depth: number };

/**
 * Whether React can read a value, not too deep for what walks through it. An object that comes twice is written once;
 * the second time its path stands there, so a path leads to an object that is complete by then.
 * @param complete paths of the objects read so far
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
