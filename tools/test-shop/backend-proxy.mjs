// @ts-check
import { createServer, request } from "node:http";

/**
 * @typedef {"pass" | "refuse" | "hang" | "unavailable"} ProxyMode
 * @typedef {{ setMode: (mode: ProxyMode) => Promise<void>, close: () => Promise<void> }} BackendProxy
 */

/** What a backend can do to its callers: answer, not be there, accept and say nothing, say that it is not well. */
export const PROXY_MODES = /** @type {const} */ (["pass", "refuse", "hang", "unavailable"]);

/**
 * Stands between one storefront and the backend, and takes the backend away from that storefront alone: the specs
 * that need an outage leave the others undisturbed.
 * @param {{ port: number, target: string }} options
 * @returns {Promise<BackendProxy>}
 */
export async function startBackendProxy({ port, target }) {
  /** @type {ProxyMode} */
  let mode = "pass";
  const server = createServer((incoming, outgoing) => {
    if (mode === "pass") forward(target, incoming, outgoing);
    if (mode === "unavailable") outgoing.writeHead(503).end();
  });
  const listen = () => new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(undefined)));
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeAllConnections();
    });
  await listen();
  return {
    async setMode(next) {
      mode = next;
      // Also ends what was left hanging, and connections kept open from before.
      if (server.listening) await close();
      if (next !== "refuse") await listen();
    },
    async close() {
      if (server.listening) await close();
    },
  };
}

/**
 * @param {string} target
 * @param {import("node:http").IncomingMessage} incoming
 * @param {import("node:http").ServerResponse} outgoing
 */
function forward(target, incoming, outgoing) {
  const { method, headers, url = "/" } = incoming;
  const onward = request(new URL(url, target), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on("error", () => outgoing.destroy());
  outgoing.on("close", () => onward.destroy());
  incoming.pipe(onward);
}
