import "server-only";
import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/lib/env";
import { contentSecurityPolicy } from "@/lib/http/security-headers";

/**
 * Pages that are rendered completely for each request (`instant = false`); only their inline scripts can have a nonce.
 * The middleware's matcher repeats these paths, as Next reads it without running it.
 */
const DYNAMIC_PAGE =
  /^\/[a-z]{2}\/(?:cart|checkout|login|register|forgot-password|reset-password|search|store\/filter|(?:categories|collections)\/[^/]+\/filter|account(?:\/(?:addresses|orders|profile|security|orders\/details\/[^/]+))?|order\/[^/]+\/confirmed)$/;

/** Makes the middleware's response; `headers` replace those of the request. */
type Forward = (init?: { request: { headers: Headers } }) => NextResponse;

/**
 * Gives the request of a dynamic page a CSP with a new nonce, which Next reads from the *request* and puts on every
 * script that it renders.
 * @returns makes the response, with the same policy
 */
export function forwardWithNonce(request: NextRequest): Forward {
  if (!DYNAMIC_PAGE.test(request.nextUrl.pathname)) return (init) => NextResponse.next(init);
  // 128 bits, as CSP3 asks for (section 7.1).
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy({ nonce, isDevelopment: !env.isProduction });
  request.headers.set("content-security-policy", policy);
  return () => {
    const response = NextResponse.next({ request: { headers: request.headers } });
    response.headers.set("content-security-policy", policy);
    return response;
  };
}
