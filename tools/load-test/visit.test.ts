import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { SessionModel } from "../../e2e/model/session";
import { Canaries } from "./canaries";
import { STATE_PATH } from "./check-response";
import { Shopper } from "./shopper";
import { Stats } from "./stats";
import { ScenarioFailed, visit } from "./visit";

type Answer = { status?: number; headers?: Record<string, string>; body?: string };

/** What the shop under test answers, by path. */
let shop: Record<string, Answer> = {};
const server = createServer((incoming, outgoing) => {
  const { status = 200, headers = {}, body = "" } = shop[incoming.url ?? ""] ?? { status: 404 };
  outgoing.writeHead(status, headers).end(body);
});
let origin = "";
let ann: Shopper;
let ben: Shopper;

beforeAll(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  const context = {
    canaries: new Canaries(),
    stats: new Stats(),
    catalog: [],
    idleMs: 60_000,
    origins: [origin],
  };
  const plan = { hasAccount: true, browsers: 1, steps: [] };
  [ann, ben] = [new Shopper(1, plan, context), new Shopper(2, plan, context)];
});

function actorOf(shopper: Shopper) {
  const [browser] = shopper.browsers;
  if (!browser) throw new Error("Every shopper has a browser.");
  return { shopper, browser };
}

/** The kinds of fault when the shop shows somebody to Ann's browser, which has the session. */
async function look(
  shown: Shopper | null,
  session: SessionModel | null = new SessionModel(performance.now(), 60_000),
) {
  const customer = shown && { firstName: shown.account?.identity.firstName };
  shop = { [STATE_PATH]: { body: JSON.stringify({ customer, cart: null }) } };
  actorOf(ann).browser.session = session;
  await visit(actorOf(ann), { path: STATE_PATH });
  return ann.context.stats.faults.map(({ kind }) => kind);
}

it("Whoever is signed in, and shown, is nothing to report", async () => {
  expect(await look(ann)).toEqual([]);
  expect(await look(null, null)).toEqual([]);
});

it("Another shopper's name is found, with what led to it", async () => {
  expect(await look(ben)).toEqual(["canary", "canary"]);
  const [fault] = ann.context.stats.faults;
  expect(fault?.what).toContain("of shopper 2's account");
  expect(fault?.history).toEqual([expect.stringMatching(/shopper 1, browser 1: GET \/api\/shopper → 200$/u)]);
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
  actorOf(ann).browser.session = new SessionModel(performance.now(), 60_000);
  await visit(actorOf(ann), { path: "/us" });
  expect(ann.context.stats.faults).toHaveLength(1);
});

it("A secret cookie that goes to two browsers is found", async () => {
  const cookie = "__Host-cart=cart_01JAAAAAAAAAAAAAAAAAAAAAAA; Path=/; Secure; HttpOnly";
  shop = { "/us/cart": { headers: { "set-cookie": cookie } } };
  await visit(actorOf(ann), { path: "/us/cart" });
  expect(ann.context.stats.faults).toEqual([]);
  await visit(actorOf(ben), { path: "/us/cart" });
  expect(ann.context.stats.faults).toMatchObject([{ kind: "canary", who: "shopper 2, browser 1" }]);
});

it("An error is counted, ends the scenario, and its page is checked as well", async () => {
  shop = { "/us/cart": { status: 503, body: String(ben.account?.identity.canary) } };
  await expect(visit(actorOf(ann), { path: "/us/cart" })).rejects.toThrow(ScenarioFailed);
  expect(ann.context.stats.errors).toEqual({ "503 (/us/cart)": 1 });
  expect(ann.context.stats.faults).toHaveLength(1);
});

it("A form's answer is known before the page that it leads to is asked for", async () => {
  shop = {
    "/us/login": { status: 303, headers: { location: `${origin}/us/account` } },
    "/us/account": {
      body: `<b data-testid="customer-email" data-value="${ann.account?.identity.email}"></b>`,
    },
  };
  const onResponse = (at: number) => void (actorOf(ann).browser.session = new SessionModel(at, 60_000));
  const led = await visit(actorOf(ann), { path: "/us/login", form: new FormData(), onResponse });
  expect(led).toMatchObject({ path: "/us/account", observation: { customer: ann.account?.identity.email } });
  expect(ann.context.stats.faults).toEqual([]);
});
