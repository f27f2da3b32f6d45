// @ts-check
import { createServer } from "node:http";

/**
 * @typedef {Record<string, () => Promise<void>>} Commands
 */

/**
 * Lets a spec change the shop it runs against: `POST {CONTROL_URL}/{command}` answers 204 when it is done. For this
 * machine only, and for the time of the run.
 * @param {number} port
 * @param {Commands} commands by their path, without the first slash
 * @returns {Promise<{ close: () => Promise<void> }>}
 */
export async function startControlServer(port, commands) {
  const server = createServer((incoming, outgoing) => {
    const command = commands[(incoming.url ?? "").slice(1)];
    if (incoming.method !== "POST" || !command)
      return outgoing.writeHead(404).end(Object.keys(commands).join("\n"));
    command().then(
      () => outgoing.writeHead(204).end(),
      (error) => outgoing.writeHead(500).end(String(error)),
    );
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(undefined)));
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
