import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Client } from "./client";

let requests = 0;
const server = createServer((_incoming, outgoing) => {
  requests += 1;
  outgoing.writeHead(201, { "set-cookie": ["a=1", "b=2"], "x-said": "yes" }).end("told");
});
let origin: string;

beforeAll(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it("No shop is tested but one on this machine", () => {
  expect(() => new Client(["http://localhost:1", "https://shop.example"])).toThrow(
    "https://shop.example is not",
  );
});

it("An answer comes with every header, and the time it took", async () => {
  const client = new Client([origin]);
  const answer = await client.send(origin, { path: "/", headers: {} });
  expect(answer).toMatchObject({ status: 201, body: "told" });
  expect(answer?.headers).toEqual(
    expect.arrayContaining([
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
      ["x-said", "yes"],
    ]),
  );
  expect(answer?.timing.answeredAt).toBeGreaterThan(answer?.timing.sentAt ?? Infinity);
  await client.close();
});

it.each(["before-body", "after-request"] as const)(
  "A request that is aborted (%s) has reached the shop",
  async (abort) => {
    const client = new Client([origin]);
    const before = requests;
    expect(await client.send(origin, { path: "/", headers: {}, abort })).toBeNull();
    await expect.poll(() => requests).toBe(before + 1);
    await client.close();
  },
);

it("No answer is an error", async () => {
  const client = new Client(["http://127.0.0.1:9"]);
  await expect(client.send("http://127.0.0.1:9", { path: "/", headers: {} })).rejects.toThrow("ECONNREFUSED");
  await client.close();
});
