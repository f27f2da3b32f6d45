const ADMIN = /^\/+app(?:[/?#]|$)/i;

/** What every answer carries, including those of the parsers of bodies, of files and of the admin's pages. */
const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
};

/** No answer of the API is a page, and an uploaded file must not be one: it would run on the admin's origin. */
const API_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/**
 * The headers of an answer, by the address of its request.
 * @param medusaUrl the backend's public address, which uploaded pictures are at
 */
export function securityHeaders(target: string, medusaUrl: string): Record<string, string> {
  if (!ADMIN.test(target)) return { ...EVERYWHERE, "content-security-policy": API_POLICY };
  return {
    ...EVERYWHERE,
    // Its requests are recognised by their origin, and the referrer where there is none.
    "referrer-policy": "same-origin",
    "content-security-policy": adminPolicy(new URL(medusaUrl).origin),
    "cross-origin-resource-policy": "same-origin",
  };
}

/** Medusa's dashboard sets styles from scripts, shows pictures of products from anywhere, and previews uploads. */
function adminPolicy(origin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' ${origin} https: data: blob:`,
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
