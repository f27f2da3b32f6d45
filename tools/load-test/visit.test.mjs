// @ts-check
import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { Client } from "./client.mjs";
import { Markers } from "./markers.mjs";
import { SessionModel } from "./session-model.mjs";
import { Shopper } from "./shopper.mjs";
import { Tally } from "./tally.mjs";
import { Stuck, visit, WHO_IS_HERE } from "./visit.mjs";

/** @typedef {{ status?: number, headers?: Record<string, string>, body?: string }} Said */

/** What the shop under test answers, by path. @type {Record<string, Said>} */
let shop = {};
const server = createServer((incoming, outgoing) => {
  const { status = 200, headers = {}, body = "" } = shop[incoming.url ?? ""] ?? { status: 404 };
  outgoing.writeHead(status, headers).end(body);
});
/** @type {Client} */
let client;
/** @type {Shopper} */
let ann;
/** @type {Shopper} */
let ben;

beforeAll(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  client = new Client([`http://127.0.0.1:${port}`]);
});
afterAll(async () => {
  await client.close();
  server.close();
});

beforeEach(() => {
  const ground = { client, markers: new Markers(), tally: new Tally(), shelf: [], idleMs: 60_000 };
  const plan = { hasAccount: true, devices: 1, steps: [] };
  [ann, ben] = [new Shopper(1, plan, ground), new Shopper(2, plan, ground)];
});

/** @param {Shopper} shopper */
function deviceOf(shopper) {
  const [device] = shopper.devices;
  if (!device) throw new Error("Every shopper has a device.");
  return device;
}

/** Who is shown to Ann's browser, signed in or not. @param {Shopper | null} shown @param {SessionModel | null} session */
async function look(shown, session = new SessionModel(performance.now(), 60_000)) {
  const customer = shown && { firstName: shown.account?.identity.firstName };
  shop = { [WHO_IS_HERE]: { body: JSON.stringify({ customer, cart: null }) } };
  deviceOf(ann).session = session;
  await visit(ann, deviceOf(ann), { path: WHO_IS_HERE });
  return ann.ground.tally.faults.map(({ kind }) => kind);
}

it("Whoever is signed in, and shown, is nothing to report", async () => {
  expect(await look(ann)).toEqual([]);
  expect(await look(null, null)).toEqual([]);
});

it("Another shopper's name is found, with what led to it", async () => {
  expect(await look(ben)).toEqual(["marker", "marker"]);
  const [fault] = ann.ground.tally.faults;
  expect(fault?.what).toContain("of shopper 2's account");
  expect(fault?.trail).toEqual([expect.stringMatching(/shopper 1, device 1: GET \/api\/shopper → 200$/u)]);
});

it("A sign-out that nobody asked for is told once, and the shopper goes on as a guest", async () => {
  const session = new SessionModel(performance.now(), 60_000);
  expect(await look(null, session)).toEqual(["sign-out"]);
  expect(await look(null, session)).toEqual(["sign-out"]);
});

it("A session that has ended and is let in is found", async () => {
  const session = new SessionModel(performance.now(), 60_000);
  session.confirmEnd(performance.now());
  expect(await look(ann, session)).toContain("revoked");
});

it("On a page that is the same for all, not even the reader's own name may stand", async () => {
  shop = { "/us": { body: `<p>Hello ${ann.account?.identity.firstName}</p>` } };
  deviceOf(ann).session = new SessionModel(performance.now(), 60_000);
  await visit(ann, deviceOf(ann), { path: "/us" });
  expect(ann.ground.tally.faults).toHaveLength(1);
});

it("A secret cookie that goes to two browsers is found", async () => {
  const cookie = "__Host-cart=cart_01JAAAAAAAAAAAAAAAAAAAAAAA; Path=/; Secure; HttpOnly";
  shop = { "/us/cart": { headers: { "set-cookie": cookie } } };
  await visit(ann, deviceOf(ann), { path: "/us/cart" });
  expect(ann.ground.tally.faultCount).toBe(0);
  await visit(ben, deviceOf(ben), { path: "/us/cart" });
  expect(ann.ground.tally.faults).toMatchObject([{ kind: "marker", who: "shopper 2, device 1" }]);
});

it("An error is counted, ends the errand, and is read as well", async () => {
  shop = { "/us/cart": { status: 503, body: String(ben.account?.canary) } };
  await expect(visit(ann, deviceOf(ann), { path: "/us/cart" })).rejects.toThrow(Stuck);
  expect(ann.ground.tally.errors).toEqual({ "503 (cart page)": 1 });
  expect(ann.ground.tally.faultCount).toBe(1);
});

it("A form's answer is known before the page that it leads to is asked for", async () => {
  shop = {
    "/us/login": { status: 303, headers: { location: "http://localhost:1/us/account" } },
    "/us/account": {
      body: `<b data-testid="customer-email" data-value="${ann.account?.identity.email}"></b>`,
    },
  };
  const onAnswer = (/** @type {number} */ at) => void (deviceOf(ann).session = new SessionModel(at, 60_000));
  const led = await visit(ann, deviceOf(ann), { path: "/us/login", form: new FormData(), onAnswer });
  expect(led).toMatchObject({ path: "/us/account", sight: { shown: ann.account?.identity.email } });
  expect(ann.ground.tally.faults).toEqual([]);
});
