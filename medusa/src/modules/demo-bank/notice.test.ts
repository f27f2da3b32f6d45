import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { readNotice } from "./notice";

const SECRET = "shared";
const NOW = 1_790_000_000;
const BODY = JSON.stringify({ type: "payment.authorized", reference: "payses_1", amount: 1 });

const sign = (body: string, time: number, secret = SECRET) => ({
  body,
  headers: {
    "x-demo-bank-time": String(time),
    "x-demo-bank-signature": createHmac("sha256", secret).update(`${time}.${body}`).digest("hex"),
  },
});

test("a signed notice names its payment", () => {
  expect(readNotice(sign(BODY, NOW), SECRET, NOW)).toBe("payses_1");
  expect(readNotice(sign(BODY, NOW - 300), SECRET, NOW)).toBe("payses_1");
});

test.each([
  ["unsigned", { body: BODY, headers: {} }],
  ["of another secret", sign(BODY, NOW, "other")],
  ["of another body", { ...sign(BODY, NOW), body: BODY.replace("payses_1", "payses_2") }],
  ["older than five minutes", sign(BODY, NOW - 301)],
  ["from the future", sign(BODY, NOW + 301)],
  [
    "signed for another time",
    { body: BODY, headers: { ...sign(BODY, NOW).headers, "x-demo-bank-time": "1" } },
  ],
  [
    "with a signature of the wrong length",
    { body: BODY, headers: { "x-demo-bank-time": String(NOW), "x-demo-bank-signature": "ab" } },
  ],
  ["that is no JSON", sign("{", NOW)],
  ["without a reference", sign("{}", NOW)],
  ["with an impossible reference", sign(JSON.stringify({ reference: "../x" }), NOW)],
])("a notice %s is refused", (_kind, notice) => {
  expect(readNotice(notice, SECRET, NOW)).toBeNull();
});
