// @ts-check
import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startBackendProxy } from "./backend-proxy.mjs";

/** @type {import("node:http").Server} */
let backend;
/** @type {import("./backend-proxy.mjs").BackendProxy} */
let proxy;
let url = "";

beforeEach(async () => {
  backend = createServer((request, response) => {
    response.setHeader("x-method", request.method ?? "");
    request.pipe(response);
  }).listen(0);
  await once(backend, "listening");
  const port = await freePort();
  url = `http://localhost:${port}/store/carts?id=1`;
  proxy = await startBackendProxy({ port, target: `http://localhost:${portOf(backend)}` });
});
afterEach(async () => {
  await proxy.close();
  backend.closeAllConnections();
  backend.close();
});

const ask = (/** @type {AbortSignal} */ signal = AbortSignal.timeout(5_000)) =>
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

/** @param {import("node:net").Server} server */
function portOf(server) {
  return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
}

async function freePort() {
  const server = createServer().listen(0);
  await once(server, "listening");
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
