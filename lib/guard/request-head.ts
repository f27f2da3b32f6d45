import "server-only";
import type { IncomingMessage } from "node:http";
import { MAX_BODY_BYTES } from "@/lib/http/body-limit";
import { isSignatureWellFormed } from "@/lib/http/signed-message";

/** Limits in characters: of the raw path, and of one decoded segment (handles have at most 200). */
const MAX_PATH_LENGTH = 4_096;
const MAX_SEGMENT_LENGTH = 200;

const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST"]);

/** Paths of files, which allow no POST. Handles of categories and collections may look like file names ("no.5"). */
const FILE = /^\/_next\/|^\/(?![a-z]{2}\/(?:categories|collections)\/).*\.[a-z\d]+$/i;

/** Internal pages of Next: it logs an error when one is requested, or lets caches keep its 404 for a year. */
const INTERNAL_PAGE = /^\/(?:_global-error|_not-found|_error|404|500)\/?$/;

/** Routes for signed messages only. */
const SIGNED = /^\/api\/revalidate\/?$/i;

function hasSignature(headers: IncomingMessage["headers"]): boolean {
  const timestamp = String(headers["x-cloakroom-timestamp"] ?? "");
  const signature = String(headers["x-cloakroom-signature"] ?? "");
  return isSignatureWellFormed({ timestamp, signature }, Date.now() / 1_000);
}

/** The HTTP status of a refused request (RFC 9110, section 15.5). */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 414;

type RequestHead = Pick<IncomingMessage, "method" | "url" | "headers">;

/**
 * Checks the request line and headers, before anything of the body is read.
 * @returns the status to refuse the request with, or null if Next can handle it
 */
export function findRequestRefusal({ method = "", url = "", headers }: RequestHead): RefusalStatus | null {
  if (Number(headers["content-length"] ?? 0) > MAX_BODY_BYTES) return 413;
  const path = url.split(/[?#]/, 1)[0] ?? "";
  if (path.length > MAX_PATH_LENGTH) return 414;
  const parts = decodePath(path);
  if (!parts) return 400;
  if (parts.some(({ length }) => length > MAX_SEGMENT_LENGTH)) return 414;
  if (!METHODS.has(method) || (method === "POST" && FILE.test(path))) return 405;
  if (method === "POST" && SIGNED.test(path) && !hasSignature(headers)) return 401;
  if (INTERNAL_PAGE.test(path)) return 404;
  return null;
}

/** The decoded segments of a path; null if it cannot be decoded or holds control characters or backslashes. */
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
 * Request headers that only Next and the middleware may set. Next would act on a client's: it takes the nonce of its
 * scripts from a `content-security-policy` in the *request*.
 */
const INTERNAL =
  /^(?:x-middleware-|x-invoke-|x-nextjs-(?!request-id|html-request-id)|x-matched-path$|x-now-route-matches$|next-resume$|x-prerender-|content-security-policy)/;

/** Conditional headers that a server may ignore (RFC 9110, 14.2 and 13.1.1); Next responds to an unmet one with 500. */
const CONDITION = /^(?:range|if-range|if-match|if-unmodified-since)$/;

/** Deletes the headers that only Next and the middleware may set, and those that Next cannot handle. */
export function dropHeaders({ headers }: Pick<IncomingMessage, "headers">): void {
  for (const name of Object.keys(headers)) {
    if (INTERNAL.test(name) || CONDITION.test(name)) delete headers[name];
  }
}
