import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startDemoBank } from "./demo-bank";
import { signNotice } from "./notify";

const SECRET = "shared";
const SHOP = "http://localhost:1";
const ORIGIN = { authorization: `Bearer ${SECRET}` };

type Received = { headers: IncomingMessage["headers"]; body: string };

const folder = mkdtempSync(join(tmpdir(), "bank-"));
const received: Received[] = [];
const servers: Server[] = [];
let bank = "";

beforeAll(async () => {
  const shop = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) });
    response.end();
  });
  await once(shop.listen(0, "127.0.0.1"), "listening");
  const webhookUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`;
  const server = await startDemoBank({ port: 0, folder, shopUrl: SHOP, webhookUrl, secret: SECRET });
  bank = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  servers.push(shop, server);
});

afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

const payment = (reference: string) => ({
  reference,
  amount: 1_234,
  currency: "usd",
  description: "Shop",
  return_url: `${SHOP}/back?country=us`,
});

async function open(reference: string): Promise<string> {
  const body = JSON.stringify(payment(reference));
  const response = await fetch(`${bank}/v1/payments`, { method: "POST", headers: ORIGIN, body });
  const { url } = (await response.json()) as { url: string };
  return bank + new URL(url).pathname;
}

const read = async (reference: string) =>
  (await fetch(`${bank}/v1/payments/${reference}`, { headers: ORIGIN })).json();

const answer = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

it("only the shop may ask, and it gets the same payment again for the same reference", async () => {
  expect((await fetch(`${bank}/v1/payments/one`)).status).toBe(401);
  const headers = { authorization: "Bearer other" };
  expect((await fetch(`${bank}/v1/payments`, { method: "POST", headers, body: "{}" })).status).toBe(401);
  expect(await open("one")).toBe(await open("one"));
  expect((await fetch(`${bank}/v1/payments/two`, { headers: ORIGIN })).status).toBe(404);
});

it.each([
  ["no amount", { amount: 0 }],
  ["a fraction of a cent", { amount: 1.5 }],
  ["a return to another site", { return_url: "http://evil.test/" }],
])("a payment with %s is refused", async (_kind, change) => {
  const body = JSON.stringify({ ...payment("refused"), ...change });
  const response = await fetch(`${bank}/v1/payments`, { method: "POST", headers: ORIGIN, body });
  expect(response.status).toBe(400);
});

it("the page names the bank and the amount, pays once, tells the shop with a signature and leads back", async () => {
  const url = await open("paid");
  const page = await (await fetch(url)).text();
  expect(page).toContain("<header>Demo bank</header>");
  expect(page).toContain("$12.34");
  const response = await answer(url, { card: "approve", notice: "before" });
  expect(response.headers.get("location")).toBe(`${SHOP}/back?country=us&status=authorized`);
  expect(await read("paid")).toMatchObject({ status: "authorized", authorized: 1_234 });
  const notice = received.find(({ body }) => body.includes('"paid"'));
  const time = Number(notice?.headers["x-demo-bank-time"]);
  expect(notice?.headers).toMatchObject(signNotice(notice?.body ?? "", SECRET, time));
  await answer(url, { card: "decline", notice: "never" });
  expect(await read("paid")).toMatchObject({ status: "authorized" });
});

it("a wrong security code is a refusal, the right one an approval", async () => {
  const wrong = await open("wrong");
  await answer(wrong, { card: "confirm", code: "1", notice: "never" });
  expect(await read("wrong")).toMatchObject({ status: "declined", reason: "challenge_failed" });
  const right = await open("right");
  const asked = await answer(right, { card: "challenge", notice: "never" });
  const challenge = new URL(asked.headers.get("location") ?? "", right);
  expect(await (await fetch(challenge)).text()).toContain("Security code");
  await answer(right, { card: "confirm", code: "123456", notice: "never" });
  expect(await read("right")).toMatchObject({ status: "authorized" });
});

it("what is too much, unknown or no card is answered with a page that says so", async () => {
  const url = await open("odd");
  expect((await answer(url, { card: "x" })).status).toBe(400);
  expect((await answer(url, { card: "x".repeat(20_000) })).status).toBe(413);
  expect((await fetch(`${bank}/pay/nothing`)).status).toBe(404);
  expect((await fetch(`${bank}/`)).status).toBe(404);
});
