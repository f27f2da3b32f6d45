import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "./src/env";
import { securityHeaders } from "./src/http/security-headers";
import { rejectUnsafeTarget } from "./src/http/target";

const POLICY = "content-security-policy";

/**
 * Medusa calls this before it creates its HTTP server, so that the subscriber sees each request before Express does.
 * Medusa parses queries and serves files and the admin before any middleware of a project.
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

/**
 * Restores the policy on 404 responses, where Express replaces it by one without "frame-ancestors"; removes the name of
 * the framework, which Express adds.
 */
function keepPolicy(response: ServerResponse): void {
  const policy = response.getHeader(POLICY);
  const writeHead = response.writeHead.bind(response) as (...values: unknown[]) => ServerResponse;
  response.writeHead = (...values: unknown[]) => {
    if (policy && response.getHeader(POLICY) === "default-src 'none'") response.setHeader(POLICY, policy);
    response.removeHeader("x-powered-by");
    return writeHead(...values);
  };
}
