import "server-only";
import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/lib/env";
import { contentSecurityPolicy } from "@/lib/http/security-headers";

/**
 * Pages that are rendered whole for each request (`instant = false`): only their inline scripts can carry a nonce.
 * The middleware's matcher lists the same paths with the countries, because Next reads it without running it.
 */
const DYNAMIC_PAGE =
  /^\/[a-z]{2}\/(?:cart|checkout|login|register|forgot-password|reset-password|search|account(?:\/(?:addresses|orders|profile|security|orders\/details\/[^/]+))?|order\/[^/]+\/confirmed)$/;

/** How the middleware passes a request on, given the headers that it is to have from there. */
type PassOn = (init?: { request: { headers: Headers } }) => NextResponse;

/**
 * @returns passes the request on, to a dynamic page under a policy with a nonce of its own. Next reads the nonce from
 * the *request's* policy and puts it on every script it renders.
 */
export function passOnWithNonce(request: NextRequest): PassOn {
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
