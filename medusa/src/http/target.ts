import type { IncomingMessage } from "node:http";
import { hasControlCharacter } from "./text";

/** The admin's own field lists take about 3,000 characters. */
const MAX_LENGTH = 8_192;

/**
 * Medusa parses queries with `arrayLimit: Infinity`: `?a[4000000000]=1` allocates an array of that length and
 * iterates over it, which blocks the process for minutes (Medusa 2.21.2, loaders/api).
 */
const LARGE_INDEX = /\[\s*\d{4,}\s*\]/;

const REJECTED = Symbol("refused target");

/** Whether a request target, path and query, is parsed in time linear in its length. */
export function isTargetSafe(target: string): boolean {
  if (target.length > MAX_LENGTH) return false;
  const [path = "", ...query] = target.split("?");
  const decodedPath = decode(path);
  if (decodedPath === null || hasControlCharacter(decodedPath)) return false;
  const decodedQuery = decode(query.join("?").replaceAll("+", " "));
  return decodedQuery !== null && !hasControlCharacter(decodedQuery) && !LARGE_INDEX.test(decodedQuery);
}

/** Replaces an unsafe target before anything parses it, and marks the request as rejected. */
export function rejectUnsafeTarget(request: IncomingMessage): void {
  if (isTargetSafe(request.url ?? "/")) return;
  request.url = "/";
  Object.assign(request, { [REJECTED]: true });
}

export function isTargetRejected(request: IncomingMessage): boolean {
  return REJECTED in request;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
