import "server-only";
import type { IncomingMessage } from "node:http";
import { MAX_BODY_BYTES } from "@/lib/http/body-limit";
import { isSignable } from "@/lib/webhook";

/** Characters of a path as it is sent, and of one part of it once decoded: a handle has 200 at most, in any script. */
const MAX_PATH_LENGTH = 4_096;
const MAX_SEGMENT_LENGTH = 200;

const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST"]);

/** Files, which can only be read. The handle of a category or collection may look like the name of one ("no.5"). */
const FILE = /^\/_next\/|^\/(?![a-z]{2}\/(?:categories|collections)\/).*\.[a-z\d]+$/i;

/** Routes that take signed messages only. */
const SIGNED = /^\/api\/revalidate\/?$/i;

function hasSignature(headers: IncomingMessage["headers"]): boolean {
  const timestamp = String(headers["x-cloakroom-timestamp"] ?? "");
  const signature = String(headers["x-cloakroom-signature"] ?? "");
  return isSignable({ timestamp, signature }, Date.now() / 1_000);
}

/** Why a request goes no further, as an HTTP status (RFC 9110, section 15.5). */
export type Refusal = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 414;

type RequestHead = Pick<IncomingMessage, "method" | "url" | "headers">;

/**
 * Judges a request by its first line and its headers, before anything of the body is read.
 * @returns the status to refuse it with, or null if Next can answer it
 */
export function findRefusal({ method = "", url = "", headers }: RequestHead): Refusal | null {
  if (Number(headers["content-length"] ?? 0) > MAX_BODY_BYTES) return 413;
  const path = url.split(/[?#]/, 1)[0] ?? "";
  if (path.length > MAX_PATH_LENGTH) return 414;
  const parts = decodePath(path);
  if (!parts) return 400;
  if (parts.some(({ length }) => length > MAX_SEGMENT_LENGTH)) return 414;
  if (!METHODS.has(method) || (method === "POST" && FILE.test(path))) return 405;
  if (method === "POST" && SIGNED.test(path) && !hasSignature(headers)) return 401;
  // Next has a page there, for its own use, that counts as an error.
  if (path === "/_global-error") return 404;
  return null;
}

/** The parts of a path, if they decode to text without control characters or backslashes; otherwise null. */
function decodePath(path: string): string[] | null {
  if (!path.startsWith("/")) return null;
  try {
    const parts = path.split("/").map((part) => decodeURIComponent(part));
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    return parts.some((part) => /[\u0000-\u001f\u007f\\]/.test(part)) ? null : parts;
  } catch {
    return null;
  }
}

/**
 * Headers that Next gives a meaning to and no browser sends. A policy in a *request* would be where Next takes the
 * nonce of its scripts from.
 */
const INTERNAL =
  /^(?:x-middleware-|x-invoke-|x-nextjs-(?!request-id|html-request-id)|x-matched-path$|x-now-route-matches$|next-resume$|x-prerender-|content-security-policy)/;

/** Conditions that a server may leave aside (RFC 9110, 14.2 and 13.1.1): Next answers one that is not met with 500. */
const CONDITION = /^(?:range|if-range|if-match|if-unmodified-since)$/;

/** Takes away what only Next and the middleware may say, and what Next cannot answer. */
export function dropHeaders({ headers }: Pick<IncomingMessage, "headers">): void {
  for (const name of Object.keys(headers)) {
    if (INTERNAL.test(name) || CONDITION.test(name)) delete headers[name];
  }
}
