import { createHmac } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { MAX_BODY_BYTES } from "@/lib/http/body-limit";
import { readSignedMessage } from "@/lib/http/signed-message";

const NOW = 1_790_000_000;
const BODY = '{"events":[]}';

type Sent = { body: string; timestamp: string; signature: string };

function sign(timestamp: number, secret = "webhook-secret", body = BODY): string {
  return createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
}

function read({ body, timestamp, signature }: Sent) {
  const headers = { "x-cloakroom-timestamp": timestamp, "x-cloakroom-signature": signature };
  return readSignedMessage(new Request("http://shop.test/", { method: "POST", headers, body }), NOW);
}

/** A message in chunks of 64 KB, without a length; `taken` says how much of it was asked for. */
function stream(headers: Record<string, string>) {
  const taken = { bytes: 0 };
  const source = {
    pull(controller: ReadableStreamDefaultController<Uint8Array>) {
      taken.bytes += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
  };
  const body = new ReadableStream(source, { highWaterMark: 0 });
  const init = { method: "POST", headers, body, duplex: "half" };
  return { taken, request: new Request("http://shop.test/", init) };
}

beforeEach(() => vi.stubEnv("REVALIDATE_SECRET", "webhook-secret"));

test("a message signed just now is the backend's", async () => {
  const message = await read({ body: BODY, timestamp: String(NOW), signature: sign(NOW) });
  expect(message).toEqual({ ok: true, body: BODY });
});

test.each([
  ["signed with another secret", { body: BODY, timestamp: String(NOW), signature: sign(NOW, "guess") }],
  ["with another body", { body: `${BODY} `, timestamp: String(NOW), signature: sign(NOW) }],
  ["with another time", { body: BODY, timestamp: String(NOW + 1), signature: sign(NOW) }],
  ["without a signature", { body: BODY, timestamp: String(NOW), signature: "" }],
  ["with half a signature", { body: BODY, timestamp: String(NOW), signature: sign(NOW).slice(0, 32) }],
  ["signed in no hex", { body: BODY, timestamp: String(NOW), signature: "z".repeat(64) }],
  ["with a time that is no number", { body: BODY, timestamp: "now", signature: sign(NOW) }],
])("a message %s is refused", async (_what, message) => {
  expect(await read(message)).toMatchObject({ status: 401, code: "unsigned" });
});

test.each([-301, 301])("a message %d seconds off is a replay", async (offset) => {
  const timestamp = NOW + offset;
  const message = await read({ body: BODY, timestamp: String(timestamp), signature: sign(timestamp) });
  expect(message).toMatchObject({ status: 401 });
});

test.each([
  ["without a signature", { "x-cloakroom-timestamp": String(NOW) }],
  ["without a time", { "x-cloakroom-signature": sign(NOW) }],
  [
    "out of its time",
    { "x-cloakroom-timestamp": String(NOW - 400), "x-cloakroom-signature": sign(NOW - 400) },
  ],
])("nothing is read of a message %s", async (_what, headers) => {
  const { request, taken } = stream(headers as Record<string, string>);
  expect(await readSignedMessage(request, NOW)).toMatchObject({ status: 401 });
  expect(taken.bytes).toBe(0);
});

test("an endless message is read up to the limit and no further", async () => {
  const { request, taken } = stream({
    "x-cloakroom-timestamp": String(NOW),
    "x-cloakroom-signature": sign(NOW),
  });
  expect(await readSignedMessage(request, NOW)).toMatchObject({ status: 413, code: "too-large" });
  expect(taken.bytes).toBeLessThanOrEqual(MAX_BODY_BYTES + 3 * 65_536);
});

test.each(["262145", "1e12", "many"])(
  "nothing is read of a message that says it has %s bytes",
  async (length) => {
    const { request, taken } = stream({
      "x-cloakroom-timestamp": String(NOW),
      "x-cloakroom-signature": sign(NOW),
      "content-length": length,
    });
    const message = await readSignedMessage(request, NOW);
    expect(message).toMatchObject({ status: 413 });
    expect(taken.bytes).toBe(0);
  },
);
