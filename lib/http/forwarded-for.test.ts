import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { appendPeerAddresses } from "@/lib/http/forwarded-for";
import { resolveClientIp } from "@/lib/http/client-ip";

let server: Server;
beforeAll(async () => {
  appendPeerAddresses();
  appendPeerAddresses();
  server = createServer((incoming, outgoing) => outgoing.end(incoming.headers["x-forwarded-for"]));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** The header as the server sees it. */
function ask(headers: Record<string, string | string[]>): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, headers }, async (answer) => {
      let text = "";
      for await (const part of answer) text += String(part);
      resolve(text);
    });
    outgoing.on("error", reject).end();
  });
}

it("is appended once, after whatever the client has sent", async () => {
  expect(await ask({})).toBe("127.0.0.1");
  expect(await ask({ "x-forwarded-for": "203.0.113.1, 198.51.100.2" })).toBe(
    "203.0.113.1, 198.51.100.2, 127.0.0.1",
  );
  expect(await ask({ "X-Forwarded-For": ["203.0.113.1", "198.51.100.2"] })).toBe(
    "203.0.113.1, 198.51.100.2, 127.0.0.1",
  );
});

it("is what counts where there is no proxy, whatever the client says", async () => {
  for (const said of ["203.0.113.1", "", "x,y,z", "::ffff:203.0.113.1"])
    expect(resolveClientIp(await ask({ "x-forwarded-for": said }), 0)).toBe("127.0.0.1");
});
