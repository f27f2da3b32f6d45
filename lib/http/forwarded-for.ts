import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

declare global {
  var isCloakroomAppendingAddresses: boolean | undefined;
}

/**
 * Appends the peer address of the connection to the `X-Forwarded-For` of every incoming request, as a proxy does. Next
 * sets that header only if the client has sent none, and does not expose the socket.
 */
export function appendPeerAddresses(): void {
  if (globalThis.isCloakroomAppendingAddresses) return;
  globalThis.isCloakroomAppendingAddresses = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const { "x-forwarded-for": passed } = request.headers;
    const own = request.socket.remoteAddress ?? "unknown";
    request.headers["x-forwarded-for"] = passed ? `${String(passed)}, ${own}` : own;
  });
}
