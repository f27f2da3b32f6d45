import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "./src/env";
import { securityHeaders } from "./src/http/security-headers";
import { rejectUnsafeTarget } from "./src/http/target";

const POLICY = "content-security-policy";

/**
 * Medusa calls this before it makes its HTTP server. What stands here sees each request before Express does: Medusa
 * parses queries, serves files and serves the admin before any middleware of a project's own.
 */
export function register(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const headers = securityHeaders(request.url ?? "/", env.medusaUrl);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    keepPolicy(response);
    rejectUnsafeTarget(request);
  });
}

/** What Express answers when there is nothing at an address replaces the policy by one without "frame-ancestors". */
function keepPolicy(response: ServerResponse): void {
  const policy = response.getHeader(POLICY);
  const writeHead = response.writeHead.bind(response) as (...values: unknown[]) => ServerResponse;
  response.writeHead = (...values: unknown[]) => {
    if (policy && response.getHeader(POLICY) === "default-src 'none'") response.setHeader(POLICY, policy);
    return writeHead(...values);
  };
}
