import "server-only";
import type { IncomingMessage } from "node:http";
import type { Refusal } from "@/lib/http/malformed";

/** Ids of the actions in this build; null where they are not known beforehand (`next dev`). */
export type ActionIds = ReadonlySet<string> | null;

/** Levels of nesting in what an action is called with: the shop's have four. */
const MAX_DEPTH = 20;

/** References of React's reply format that the shop's forms send: fields, dates, escaped text, other parts. */
const REFERENCE =
  /^\$(?:\$|undefined$|NaN$|-?Infinity$|-0$|D|T$|n-?\d+$|K[\da-f]+$|@?([\da-f]+)(?::[\w:]*)?$)/;

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
  const parts = [...form.entries()].filter(([name]) => name.startsWith(prefix));
  const names = new Set(form.keys());
  const has = (part: string) => names.has(prefix + part);
  if (!parts.every(([, value]) => isReply(value, has))) return null;
  const action = /^\{"id":"([\da-f]+)","bound":"\$@([\da-f]+)"\}$/.exec(String(form.get(`${prefix}0`)));
  const bound = readList(form.get(prefix + String(action?.[2])));
  return bound?.length === 1 ? (action?.[1] ?? null) : null;
}

/** A form posted by React: part 0 is the list of arguments, parts of other numbers belong to it. */
function findReplyRefusal(form: FormData): Refusal | null {
  const parts = [...form.entries()].filter(([name]) => /^[\da-f]+$/.test(name));
  // A set: there may be as many references as parts, and `form.has` looks at every part.
  const names = new Set(form.keys());
  const isReadable = parts.every(([, value]) => isReply(value, (part) => names.has(part)));
  const given = readList(form.get("0"));
  const isForm = given?.length === 2 && /^\$K[\da-f]+$/.test(String(given[1]));
  return isReadable && isForm ? null : 400;
}

function readList(text: FormDataEntryValue | null): unknown[] | null {
  try {
    const value: unknown = JSON.parse(String(text));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a text is JSON whose references lead somewhere, not too deep for whoever walks through it. */
function isReply(text: FormDataEntryValue, hasPart: (part: string) => boolean): boolean {
  try {
    return typeof text === "string" && isSound(JSON.parse(text), hasPart, MAX_DEPTH);
  } catch {
    return false;
  }
}

function isSound(value: unknown, hasPart: (part: string) => boolean, depth: number): boolean {
  if (depth === 0) return false;
  if (typeof value === "string" && value.startsWith("$")) {
    const reference = REFERENCE.exec(value);
    return reference !== null && (reference[1] === undefined || hasPart(reference[1]));
  }
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(
    ([name, each]) => name !== "__proto__" && isSound(each, hasPart, depth - 1),
  );
}
