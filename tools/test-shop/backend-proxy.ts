import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";

/** What the backend does to its callers: it answers, refuses connections, accepts and says nothing, or answers 503. */
export const PROXY_MODES = ["pass", "refuse", "hang", "unavailable"] as const;

type ProxyMode = (typeof PROXY_MODES)[number];

export type BackendProxy = { setMode: (mode: ProxyMode) => Promise<void>; close: () => Promise<void> };

/** A proxy in front of the backend that takes it away from one storefront and leaves the others undisturbed. */
export async function startBackendProxy(port: number, target: string): Promise<BackendProxy> {
  let mode: ProxyMode = "pass";
  const server = createServer((incoming, outgoing) => {
    if (mode === "pass") forward(target, incoming, outgoing);
    if (mode === "unavailable") outgoing.writeHead(503).end();
  });
  const open = () => once(server.listen(port, "127.0.0.1"), "listening");
  await open();
  const close = async () => {
    if (!server.listening) return;
    const closed = once(server.close(), "close");
    server.closeAllConnections();
    await closed;
  };
  return {
    async setMode(next) {
      mode = next;
      // Also ends requests that were left hanging, and connections kept open from before.
      await close();
      if (next !== "refuse") await open();
    },
    close,
  };
}

function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url = "/" } = incoming;
  const onward = request(new URL(url, target), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on("error", () => outgoing.destroy());
  outgoing.on("close", () => onward.destroy());
  incoming.pipe(onward);
}
