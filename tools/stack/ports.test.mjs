// @ts-check
import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, it } from "vitest";
import { Failure } from "./failure.mjs";
import { requireFreePorts } from "./ports.mjs";

/** @type {import("node:net").Server[]} */
const servers = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** @param {string} [host] */
async function takePort(host) {
  const server = createServer();
  servers.push(server);
  server.listen({ port: 0, host });
  await once(server, "listening");
  return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
}

const need = (/** @type {number} */ port) => ({ port, variable: "SHOP_PORT", purpose: "the shop" });

it.each([undefined, "127.0.0.1", "0.0.0.0"])(
  "a port taken on %s is said, with the variable that changes it",
  async (host) => {
    const port = await takePort(host);
    const failure = await requireFreePorts([need(port)]).catch((error) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure.message).toBe(`Port ${port}, for the shop, is taken by another program.`);
    expect(failure.advice).toMatch(/SHOP_PORT=\d+/u);
    expect(failure.advice).not.toContain(`SHOP_PORT=${port}`);
  },
);

it("the port proposed instead is not one that is needed for something else", async () => {
  const port = await takePort();
  const failure = await requireFreePorts([need(port), need(port + 1)]).catch((error) => error);
  expect(failure.advice).not.toContain(`SHOP_PORT=${port + 1}`);
});

it("free ports are no failure", async () => {
  const port = await takePort();
  await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
  await expect(requireFreePorts([need(port)])).resolves.toBeUndefined();
});
