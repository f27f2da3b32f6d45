import type { IncomingHttpHeaders } from "node:http";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

type Headers = Pick<IncomingHttpHeaders, "cookie" | "origin" | "referer" | "sec-fetch-site">;

/**
 * Whether a page of another origin may have sent this request with the browser's cookies. `SameSite` does not prevent
 * it: other ports and subdomains are the same site.
 * @param allowed exact origins, or patterns as in Medusa's CORS settings
 */
export function isPossibleCsrf(
  method: string,
  headers: Headers,
  allowed: readonly (string | RegExp)[],
): boolean {
  if (SAFE_METHODS.has(method) || !headers.cookie) return false;
  const { origin, referer } = headers;
  if (origin !== undefined) return !isAllowed(origin, allowed);
  if (referer !== undefined) return !isAllowed(originOf(referer), allowed);
  return headers["sec-fetch-site"] !== "same-origin";
}

function isAllowed(origin: string | null, allowed: readonly (string | RegExp)[]): boolean {
  if (origin === null || origin === "null") return false;
  return allowed.some((each) => (typeof each === "string" ? each === origin : each.test(origin)));
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}
