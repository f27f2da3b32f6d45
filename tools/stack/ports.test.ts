import { once } from "node:events";
import { createServer, type AddressInfo, type Server } from "node:net";
import { afterEach, expect, it } from "vitest";
import { UserError } from "./user-error";
import { requireFreePorts, type PortNeed } from "./ports";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function takePort(host?: string) {
  const server = createServer();
  servers.push(server);
  server.listen({ port: 0, host });
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

const refusal = (needs: PortNeed[]) =>
  requireFreePorts(needs).then(
    () => new UserError("none"),
    (error: UserError) => error,
  );

const need = (port: number) => ({ port, variable: "SHOP_PORT", purpose: "the shop" });

it.each([undefined, "127.0.0.1", "0.0.0.0"])(
  "a port taken on %s is said, with the variable that changes it",
  async (host) => {
    const port = await takePort(host);
    const error = await refusal([need(port)]);
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toBe(`Port ${port}, for the shop, is taken by another program.`);
    expect(error.advice).toMatch(/SHOP_PORT=\d+/u);
    expect(error.advice).not.toContain(`SHOP_PORT=${port}`);
  },
);

it("the port proposed instead is not one that is needed for something else", async () => {
  const port = await takePort();
  const error = await refusal([need(port), need(port + 1)]);
  expect(error.advice).not.toContain(`SHOP_PORT=${port + 1}`);
});

it("free ports are no error", async () => {
  const port = await takePort();
  await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
  await expect(requireFreePorts([need(port)])).resolves.toBeUndefined();
});
