// @ts-check
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Client } from "./client.mjs";

let asked = 0;
const server = createServer((_incoming, outgoing) => {
  asked += 1;
  outgoing.writeHead(201, { "set-cookie": ["a=1", "b=2"], "x-said": "yes" }).end("told");
});
/** @type {string} */
let origin;

beforeAll(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it("No shop is hunted but one on this machine", () => {
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
  expect(answer?.span.answeredAt).toBeGreaterThan(answer?.span.sentAt ?? Infinity);
  await client.close();
});

it.each(/** @type {const} */ (["unread", "cut"]))(
  "A request that hangs up (%s) has reached the shop",
  async (fate) => {
    const client = new Client([origin]);
    const before = asked;
    expect(await client.send(origin, { path: "/", headers: {}, fate })).toBeNull();
    await expect.poll(() => asked).toBe(before + 1);
    await client.close();
  },
);

it("No answer is an error", async () => {
  const client = new Client(["http://127.0.0.1:9"]);
  await expect(client.send("http://127.0.0.1:9", { path: "/", headers: {} })).rejects.toThrow("ECONNREFUSED");
  await client.close();
});
