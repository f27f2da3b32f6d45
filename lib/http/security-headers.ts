type PolicyOptions = {
  /** For this response only; without it inline scripts are allowed. */
  nonce?: string;
  /** The development server needs `eval`, a web socket for reloads, and inline scripts. */
  isDevelopment: boolean;
  /** Origins that the page's forms may lead to besides its own: browsers apply the policy to redirects, too. */
  formTargets?: string[];
};

/**
 * The Content-Security-Policy of a response (https://www.w3.org/TR/CSP3/).
 *
 * With a nonce, inline scripts run only if they carry it. 'strict-dynamic' is left out: it would ignore 'self' and let
 * trusted scripts load others from any host, and this shop loads scripts from its own host only.
 * Without a nonce the response is a prerendered file, whose inline scripts (Next's bootstrap and the page's data) are
 * the same for every visitor; they need 'unsafe-inline'. Hashes would be dozens per page and known only after the
 * build; Next's `experimental.sri` covers script files, not inline scripts.
 * Styles stay 'unsafe-inline': React and Base UI write `style` attributes, which no nonce can allow.
 * `upgrade-insecure-requests` is left out: the demo runs on http://localhost.
 */
export function contentSecurityPolicy({ nonce, isDevelopment, formTargets = [] }: PolicyOptions): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${nonce ? `'nonce-${nonce}'` : "'unsafe-inline'"}${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "script-src-attr 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "frame-src 'none'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "media-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    ["form-action 'self'", ...formTargets].join(" "),
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The security headers of every response. The middleware replaces the policy of pages rendered per request. */
export function securityHeaders(isDevelopment: boolean): { key: string; value: string }[] {
  return [
    { key: "content-security-policy", value: contentSecurityPolicy({ isDevelopment }) },
    { key: "x-content-type-options", value: "nosniff" },
    { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
    { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=()" },
    { key: "strict-transport-security", value: "max-age=31536000" },
    { key: "cross-origin-opener-policy", value: "same-origin" },
    { key: "cross-origin-resource-policy", value: "same-origin" },
  ];
}
