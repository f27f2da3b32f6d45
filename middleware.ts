import type { NextRequest } from "next/server";
import { passOnWithNonce } from "@/lib/http/nonce";
import { mayBeDue, refreshSession } from "@/lib/session/refresh";

/** Keeps shoppers signed in, and gives dynamic pages a nonce. Nothing else belongs here, and no page relies on it. */
export function middleware(request: NextRequest) {
  const passOn = passOnWithNonce(request);
  return mayBeDue(request) ? refreshSession(request, passOn) : passOn();
}

// Next reads this without running it, so everything is written out: both names of `sessionCookie()` and `youngCookie()`,
// the countries of `lib/market.ts` and the paths of `lib/http/nonce.ts`.
// The first two: pages and routes only, no files and no prefetches (a prefetched response may never be looked at), and
// nobody whose ticket is young: there is nothing to do for them.
// The third: documents of dynamic pages, for everybody. Payloads and actions with JavaScript answer no document.
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
        "/(us|gb|de|fr|it|es|nl|jp)/(cart|checkout|login|register|forgot-password|reset-password|search|account|account/(?:addresses|orders|profile|security|orders/details/[^/]+)|order/[^/]+/confirmed)",
      missing: [
        { type: "header", key: "rsc" },
        { type: "header", key: "next-router-prefetch" },
        { type: "header", key: "next-action" },
      ],
    },
  ],
};
