import { expect, it } from "vitest";
import { atTime, cancel, capture, OPEN_MS, type Payment, refund, SLOW_MS, applyCard } from "./payment";

const OPEN: Payment = {
  id: "secret",
  reference: "payses_1",
  amount: 1_001,
  authorized: 0,
  refunded: 0,
  currency: "usd",
  description: "Cloakroom",
  returnUrl: "http://localhost:8000/",
  status: "open",
  reason: null,
  notice: "at-once",
  createdAt: 1_000,
  decidesAt: null,
};

it.each([
  ["approve", { status: "authorized", authorized: 1_001, reason: null }],
  ["partial", { status: "authorized", authorized: 500, reason: null }],
  ["decline", { status: "declined", authorized: 0, reason: "declined" }],
  ["insufficient", { status: "declined", authorized: 0, reason: "insufficient_funds" }],
  ["challenge", { status: "open", authorized: 0, reason: null }],
  ["slow", { status: "processing", authorized: 0, reason: null }],
] as const)("the card %s makes a payment %o", (card, expected) => {
  expect(applyCard(OPEN, card, 0)).toMatchObject(expected);
});

it("a payment that is decided cannot be decided again", () => {
  const declined = applyCard(OPEN, "decline", 0);
  expect(applyCard(declined, "approve", 0)).toEqual(declined);
});

it("a slow bank decides later, and what is left alone expires", () => {
  const slow = applyCard(OPEN, "slow", 1_000);
  expect(atTime(slow, 1_000 + SLOW_MS - 1).status).toBe("processing");
  expect(atTime(slow, 1_000 + SLOW_MS)).toMatchObject({ status: "authorized", authorized: 1_001 });
  expect(atTime(OPEN, OPEN.createdAt + OPEN_MS).status).toBe("open");
  expect(atTime(OPEN, OPEN.createdAt + OPEN_MS + 1).status).toBe("expired");
});

it("money is released once, refunded at most once over, and captured only where it was authorized", () => {
  const approved = applyCard(OPEN, "approve", 0);
  expect(cancel(approved)).toMatchObject({ status: "canceled", authorized: 0 });
  expect(cancel(cancel(approved))).toEqual(cancel(approved));
  expect(capture(OPEN)).toEqual(OPEN);
  expect(refund(refund(capture(approved), 900), 900)).toMatchObject({ refunded: 1_001 });
  expect(cancel(applyCard(OPEN, "decline", 0)).status).toBe("declined");
});
