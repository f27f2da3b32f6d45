import type { NextRequest } from "next/server";
import { refreshSession } from "@/lib/session/refresh";

/** Keeps shoppers signed in. Nothing else belongs here: guests never come this way, and no page relies on it. */
export function middleware(request: NextRequest) {
  return refreshSession(request);
}

// Next reads this without running it, so everything is written out: both names of `sessionCookie()` and `youngCookie()`.
// Pages and routes only, no files and no prefetches (a prefetched response may never be looked at), and nobody whose
// ticket is young: there is nothing to do for them.
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
  ],
};
