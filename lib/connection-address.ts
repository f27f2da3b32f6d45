import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

declare global {
  var isCloakroomAppendingAddresses: boolean | undefined;
}

/**
 * Appends the address of its connection to the `X-Forwarded-For` of every incoming request, as a proxy does. Next fills
 * that header in only where the client has not sent one, and gives the socket to nobody.
 */
export function appendConnectionAddresses(): void {
  if (globalThis.isCloakroomAppendingAddresses) return;
  globalThis.isCloakroomAppendingAddresses = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const { "x-forwarded-for": passed } = request.headers;
    const own = request.socket.remoteAddress ?? "unknown";
    request.headers["x-forwarded-for"] = passed ? `${String(passed)}, ${own}` : own;
  });
}
