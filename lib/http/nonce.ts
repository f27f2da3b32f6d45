import "server-only";
import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/lib/env";
import { contentSecurityPolicy } from "@/lib/http/security-headers";
import { findPage } from "@/lib/pages";
import { listFormTargets } from "@/lib/payment-providers";

/** Makes the middleware's response; `headers` replace those of the request. */
type Forward = (init?: { request: { headers: Headers } }) => NextResponse;

/**
 * Gives the request of a dynamic page a CSP with a new nonce, which Next reads from the *request* and puts on every
 * script that it renders. The inline scripts of other pages are prerendered and cannot have a nonce.
 * @returns makes the response, with the same policy
 */
export function forwardWithNonce(request: NextRequest): Forward {
  const page = findPage(request.nextUrl.pathname);
  if (!page?.isDynamic) return (init) => NextResponse.next(init);
  // 128 bits, as CSP3 asks for (section 7.1).
  const nonce = randomBytes(16).toString("base64");
  // Placing an order may lead to the page of a payment provider.
  const formTargets = page.path === "checkout" ? listFormTargets() : [];
  const policy = contentSecurityPolicy({ nonce, isDevelopment: !env.isProduction, formTargets });
  request.headers.set("content-security-policy", policy);
  return () => {
    const response = NextResponse.next({ request: { headers: request.headers } });
    response.headers.set("content-security-policy", policy);
    return response;
  };
}
