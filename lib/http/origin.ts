/** The parts of a request that say where it was sent to. */
export type RequestTarget = {
  host: string | null;
  /** "https" or "http", as `X-Forwarded-Proto` has it; Next sets that header where no proxy has. */
  forwardedProto: string | null;
  /** The shop's address as configured: behind a proxy that says nothing of the scheme, the one that counts. */
  storefrontUrl: string;
};

/** A serialised origin (RFC 6454, 6.2) and nothing else: no path, no user, no list. */
const ORIGIN = /^https?:\/\/[^\s/\\?#@,]+$/i;

/**
 * Whether an `Origin` header names the very origin that a request was sent to: scheme, host and port. Case and written
 * default ports do not count; a missing header and "null" are no origin.
 */
export function isSameOrigin(origin: string | null, target: RequestTarget): boolean {
  const own = canonicalOrigin(origin);
  if (!own) return false;
  if (own === canonicalOrigin(new URL(target.storefrontUrl).origin)) return true;
  const scheme = target.forwardedProto?.split(",")[0]?.trim();
  return target.host !== null && own === canonicalOrigin(`${scheme}://${target.host}`);
}

function canonicalOrigin(text: string | null): string | null {
  return text && ORIGIN.test(text) && URL.canParse(text) ? new URL(text).origin : null;
}
