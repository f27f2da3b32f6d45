import { createHmac } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { isFromBackend } from "@/lib/webhook";

const NOW = 1_790_000_000;
const BODY = '{"events":[]}';

function sign(timestamp: number, secret = "webhook-secret"): string {
  return createHmac("sha256", secret).update(`${timestamp}.${BODY}`).digest("hex");
}

beforeEach(() => vi.stubEnv("REVALIDATE_SECRET", "webhook-secret"));

test("a message signed just now is the backend's", () => {
  expect(isFromBackend({ body: BODY, timestamp: String(NOW), signature: sign(NOW) }, NOW)).toBe(true);
});

test.each([
  ["signed with another secret", { body: BODY, timestamp: String(NOW), signature: sign(NOW, "guess") }],
  ["with another body", { body: `${BODY} `, timestamp: String(NOW), signature: sign(NOW) }],
  ["with another time", { body: BODY, timestamp: String(NOW + 1), signature: sign(NOW) }],
  ["without a signature", { body: BODY, timestamp: String(NOW), signature: null }],
  ["with half a signature", { body: BODY, timestamp: String(NOW), signature: sign(NOW).slice(0, 32) }],
  ["with a time that is no number", { body: BODY, timestamp: "now", signature: sign(NOW) }],
])("a message %s is refused", (_what, message) => {
  expect(isFromBackend(message, NOW)).toBe(false);
});

test.each([-301, 301])("a message %d seconds off is a replay", (offset) => {
  const timestamp = NOW + offset;
  expect(isFromBackend({ body: BODY, timestamp: String(timestamp), signature: sign(timestamp) }, NOW)).toBe(
    false,
  );
});
