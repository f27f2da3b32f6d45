import { request, type IncomingMessage } from "node:http";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { signRevalidation } from "./support/revalidation-signature";

const CHUNK = Buffer.alloc(65_536, "x");

type Outcome = { status: number | "cut"; sent: number };
type SendOptions = { method?: string; headers?: Record<string, string | number>; chunks: number };

/**
 * Sends chunks of 64 KB without an end, and returns how much was accepted before the response. "cut": the connection
 * was closed before the response could be read.
 */
function send(url: string, { method = "POST", headers = {}, chunks }: SendOptions): Promise<Outcome> {
  return new Promise((resolve) => {
    let sent = 0;
    let isFinished = false;
    const finish = (status: Outcome["status"]) => {
      if (!isFinished) resolve({ status, sent: sent * CHUNK.length });
      isFinished = true;
      outgoing.destroy();
    };
    const outgoing = request(url, { method, headers }, (response: IncomingMessage) =>
      finish(response.statusCode ?? 0),
    );
    outgoing.on("error", () => finish("cut"));
    const write = () => {
      if (isFinished || sent >= chunks) return;
      sent += 1;
      if (outgoing.write(CHUNK)) setImmediate(write);
      else outgoing.once("drain", write);
    };
    write();
  });
}

const ENDLESS_CHUNKS = 640;

const now = () => String(Math.floor(Date.now() / 1_000));
const WRONG = "0".repeat(64);

const MESSAGES: [what: string, headers: () => Record<string, string>, status: number][] = [
  ["without headers", () => ({}), 401],
  ["without a signature", () => ({ "x-cloakroom-timestamp": now() }), 401],
  ["out of its time", () => ({ "x-cloakroom-timestamp": "1", "x-cloakroom-signature": WRONG }), 401],
  ["with a wrong signature", () => ({ "x-cloakroom-timestamp": now(), "x-cloakroom-signature": WRONG }), 413],
];

test("A message that is not the backend's is refused before it is read", async ({ baseURL }) => {
  for (const [what, headers, status] of MESSAGES) {
    const url = `${baseURL}/api/revalidate`;
    const small = await send(url, { headers: headers(), chunks: status === 413 ? 6 : 1 });
    expect(small.status, what).toBe(status);
    const flood = await send(url, { headers: headers(), chunks: ENDLESS_CHUNKS });
    expect([status, "cut"], what).toContain(flood.status);
    // The buffers of both ends of the connection, and no more.
    expect(flood.sent, what).toBeLessThan(8 * 1024 * 1024);
  }
});

/** Posts a message signed as the backend signs it. */
function postSigned(api: APIRequestContext, body: string) {
  return api.post("/api/revalidate", { headers: signRevalidation(body), data: Buffer.from(body) });
}

test("A message with a content length above the limit is refused, signed or not", async ({
  request: api,
}) => {
  const body = JSON.stringify({ events: [], padding: "x".repeat(300_000) });
  const response = await postSigned(api, body);
  expect(response.status()).toBe(413);
});

test("A signed message of nested brackets is refused, and the next one accepted", async ({
  request: api,
}) => {
  for (const [body, status] of [
    ["[".repeat(200_000), 400],
    [`{"events":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, 400],
    [`{"events":[${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}]}`, 400],
    ['{"__proto__":{"events":[]},"events":[]}', 200],
  ] as const) {
    const response = await postSigned(api, body);
    expect(response.status(), body.slice(0, 30)).toBe(status);
  }
});

test("Routes without a body respond before reading one, whatever the method", async ({ baseURL }) => {
  for (const path of ["/api/shopper", "/api/health"]) {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      const headers = { "transfer-encoding": "chunked" };
      const outcome = await send(`${baseURL}${path}`, { method, headers, chunks: ENDLESS_CHUNKS });
      expect([405, 413, "cut"], `${method} ${path}`).toContain(outcome.status);
    }
  }
});
