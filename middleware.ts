import type { NextRequest } from "next/server";
import { forwardWithNonce } from "@/lib/http/nonce";
import { mayNeedRotation, rotateSessionCookie } from "@/lib/session/refresh";

/**
 * Rotates session tokens and sets the CSP nonce of dynamic pages. Authorises nothing: no page relies on it. Next 16 calls
 * this file `proxy.ts` and prints a notice at each build; it keeps the name that other tools and readers know.
 */
export function middleware(request: NextRequest) {
  const forward = forwardWithNonce(request);
  return mayNeedRotation(request) ? rotateSessionCookie(request, forward) : forward();
}

// Next reads the matcher without running this file, so everything is spelled out: both names of `sessionCookie()` and
// `freshCookie()`, the countries of `lib/markets.ts` and the dynamic pages of `lib/pages.ts`.
// First two entries: session rotation. Pages and routes only, neither files nor prefetches (a prefetched response may
// never be used), and only once the fresh cookie has expired.
// Third entry: the documents of dynamic pages, which need a nonce, whoever asks. Payloads and actions are no documents.
export const config = {
  runtime: "nodejs",
  matcher: [
    {
      source: "/((?!_next/|.*\\..*).*)",
      has: [{ type: "cookie", key: "__Host-cloakroom-session" }],
      missing: [
        { type: "cookie", key: "__Host-cloakroom-young" },
        { type: "header", key: "next-router-prefetch" },
      ],
    },
    {
      source: "/((?!_next/|.*\\..*).*)",
      has: [{ type: "cookie", key: "cloakroom-session" }],
      missing: [
        { type: "cookie", key: "cloakroom-young" },
        { type: "header", key: "next-router-prefetch" },
      ],
    },
    {
      source:
        "/(us|gb|de|fr|it|es|nl|jp)/(cart|checkout|login|register|forgot-password|reset-password|search|store/filter|categories/[^/]+/filter|collections/[^/]+/filter|account|account/(?:addresses|orders|profile|security|orders/details/[^/]+)|order/(?:linked|look-up)|order/[^/]+/confirmed)",
      missing: [
        { type: "header", key: "rsc" },
        { type: "header", key: "next-router-prefetch" },
        { type: "header", key: "next-action" },
      ],
    },
  ],
};
