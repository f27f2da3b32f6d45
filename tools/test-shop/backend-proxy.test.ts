import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startBackendProxy, type BackendProxy } from "./backend-proxy";

let backend: Server;
let proxy: BackendProxy;
let url = "";

beforeEach(async () => {
  backend = createServer((request, response) => {
    response.setHeader("x-method", request.method ?? "");
    request.pipe(response);
  }).listen(0);
  await once(backend, "listening");
  const port = await freePort();
  url = `http://localhost:${port}/store/carts?id=1`;
  proxy = await startBackendProxy(port, `http://localhost:${portOf(backend)}`);
});
afterEach(async () => {
  await proxy.close();
  backend.closeAllConnections();
  backend.close();
});

const ask = (signal: AbortSignal = AbortSignal.timeout(5_000)) =>
  fetch(url, { method: "POST", body: "a body", signal });

it("passes requests and answers on", async () => {
  const answer = await ask();
  expect(answer.headers.get("x-method")).toBe("POST");
  expect(await answer.text()).toBe("a body");
});

it("refuses connections, and takes them again", async () => {
  await proxy.setMode("refuse");
  await expect(ask()).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
  await proxy.setMode("pass");
  expect((await ask()).status).toBe(200);
});

it("says that it is not well", async () => {
  await proxy.setMode("unavailable");
  expect((await ask()).status).toBe(503);
});

it("says nothing at all, and lets go when the backend is back", async () => {
  await proxy.setMode("hang");
  const hanging = ask();
  const outcome = await Promise.race([hanging.catch(() => "failed"), silence()]);
  expect(outcome).toBe("silence");
  await proxy.setMode("pass");
  await expect(hanging).rejects.toThrow("fetch failed");
  expect((await ask()).status).toBe(200);
});

// Two round trips to the backend itself: time enough for an answer, had there been one.
async function silence() {
  for (let round = 0; round < 2; round += 1) await fetch(`http://localhost:${portOf(backend)}`);
  return "silence";
}

function portOf(server: Server) {
  return (server.address() as AddressInfo).port;
}

async function freePort() {
  const server = createServer().listen(0);
  await once(server, "listening");
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
