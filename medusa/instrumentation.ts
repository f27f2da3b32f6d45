import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "./src/env";
import { securityHeaders } from "./src/http/security-headers";
import { refuseTarget } from "./src/http/target";

/**
 * Medusa calls this before it makes its HTTP server. What stands here sees each request before Express does: Medusa
 * parses queries, serves files and serves the admin before any middleware of a project's own.
 */
export function register(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const headers = securityHeaders(request.url ?? "/", env.medusaUrl);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    refuseTarget(request);
  });
}
