const ADMIN = /^\/+app(?:[/?#]|$)/i;

/** Headers of every response, including those of body parsers, files and admin pages. */
const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
};

/** API responses are no pages, and uploaded files must not become pages on the admin's origin. */
const API_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/**
 * Security headers for a response, by the request's target.
 * @param medusaUrl public URL of the backend, which serves uploads
 */
export function securityHeaders(target: string, medusaUrl: string): Record<string, string> {
  if (!ADMIN.test(target)) return { ...EVERYWHERE, "content-security-policy": API_POLICY };
  return {
    ...EVERYWHERE,
    // The origin check of the admin's requests falls back to the referrer.
    "referrer-policy": "same-origin",
    "content-security-policy": adminPolicy(new URL(medusaUrl).origin),
    "cross-origin-resource-policy": "same-origin",
  };
}

/** Medusa's dashboard sets inline styles, shows pictures from anywhere, and previews uploads. */
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
