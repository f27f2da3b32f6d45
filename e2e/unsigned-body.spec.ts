import { createHmac } from "node:crypto";
import { request, type IncomingMessage } from "node:http";
import { environment } from "./environment";
import { expect, test } from "./fixtures";

const CHUNK = Buffer.alloc(65_536, "x");
const FAR_TOO_MUCH = 40 * 1024 * 1024;

type Outcome = { status: number; sent: number };
type Sending = { method?: string; headers?: Record<string, string | number> };

/** Sends a body without end, and says how much of it was taken until the answer came. */
function sendEndless(url: string, { method = "POST", headers = {} }: Sending): Promise<Outcome> {
  return new Promise((resolve) => {
    let sent = 0;
    let isOver = false;
    const finish = (status: number) => {
      if (!isOver) resolve({ status, sent });
      isOver = true;
      call.destroy();
    };
    const call = request(url, { method, headers }, (answer: IncomingMessage) =>
      finish(answer.statusCode ?? 0),
    );
    call.on("error", () => finish(0));
    const write = () => {
      if (isOver || sent > FAR_TOO_MUCH) return;
      sent += CHUNK.length;
      if (call.write(CHUNK)) setImmediate(write);
      else call.once("drain", write);
    };
    write();
  });
}

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
    const outcome = await sendEndless(`${baseURL}/api/revalidate`, { headers: headers() });
    expect(outcome.status, what).toBe(status);
    // What both ends of a connection hold on its way, and no more.
    expect(outcome.sent, what).toBeLessThan(8 * 1024 * 1024);
  }
});

test("A message that says it is too long is refused by that, signed or not", async ({ request: api }) => {
  const body = JSON.stringify({ events: [], padding: "x".repeat(300_000) });
  const timestamp = now();
  const signature = createHmac("sha256", environment.revalidateSecret)
    .update(`${timestamp}.${body}`)
    .digest("hex");
  const answer = await api.post("/api/revalidate", {
    headers: { "x-cloakroom-timestamp": timestamp, "x-cloakroom-signature": signature },
    data: Buffer.from(body),
  });
  expect(answer.status()).toBe(413);
});

test("A signed bomb of brackets is no message, and the next is taken", async ({ request: api }) => {
  for (const [body, status] of [
    ["[".repeat(200_000), 400],
    [`{"events":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, 400],
    [`{"events":[${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}]}`, 400],
    ['{"__proto__":{"events":[]},"events":[]}', 200],
  ] as const) {
    const timestamp = now();
    const signature = createHmac("sha256", environment.revalidateSecret)
      .update(`${timestamp}.${body}`)
      .digest("hex");
    const answer = await api.post("/api/revalidate", {
      headers: { "x-cloakroom-timestamp": timestamp, "x-cloakroom-signature": signature },
      data: Buffer.from(body),
    });
    expect(answer.status(), body.slice(0, 30)).toBe(status);
  }
});

test("Routes that take no body hold none, whatever the method", async ({ baseURL }) => {
  for (const path of ["/api/shopper", "/api/health"]) {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      const outcome = await sendEndless(`${baseURL}${path}`, { method });
      expect(outcome.status, `${method} ${path}`).toBe(405);
      expect(outcome.sent, `${method} ${path}`).toBeLessThan(8 * 1024 * 1024);
    }
  }
});
