import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, it, vi } from "vitest";
import { guardServer } from "@/lib/guard/guard";

let server: Server;
afterEach(() => {
  server.close();
  vi.unstubAllEnvs();
});

/** The whole answer to a request, up to the end of the connection. */
async function send(path: string, headers: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n\r\n`);
  return text(socket);
}

it("checks requests for an upgrade like all others, and answers them", async () => {
  vi.stubEnv("NODE_ENV", "production");
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  server = createServer((_request, response) => response.end("Next"));
  const upgraded = vi.fn();
  // As Next's, which leaves the connection open.
  server.on("upgrade", upgraded);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  guardServer();
  await send("/us", "Connection: close");

  const upgrade = "Connection: Upgrade, close\r\nUpgrade: websocket";
  expect(await send("/us", upgrade)).toContain("200 OK");
  expect(await send("/us/%00", upgrade)).toContain("400 Bad Request");
  expect(upgraded).not.toHaveBeenCalled();
});
