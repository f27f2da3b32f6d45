/** The parts of a request that identify the origin it was sent to. */
export type RequestTarget = {
  host: string | null;
  /** `X-Forwarded-Proto`, which Next sets if no proxy has. */
  forwardedProto: string | null;
  /** The configured URL of the shop, for proxies that do not send the scheme. */
  storefrontUrl: string;
};

/** A serialised origin (RFC 6454, 6.2) and nothing else: no path, no user, no list. */
const ORIGIN = /^https?:\/\/[^\s/\\?#@,]+$/i;

/**
 * Whether an `Origin` header equals the origin that a request was sent to, by scheme, host and port. Ignores case and
 * explicit default ports; false for a missing header and for "null".
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
