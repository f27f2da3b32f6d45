import { expect, it } from "vitest";
import { describePaymentCheck, describePayments } from "./payments";

it("lists a payment with its end", () => {
  const payment = {
    created_at: new Date("2026-11-21T12:00:00.123Z"),
    session_id: "payses_1",
    provider_id: "pp_bank",
    amount: "2450",
    currency: "gbp",
    status: "released",
    reason: "cart_changed",
    order_id: null,
  };
  expect(describePayments([payment])).toBe(
    "2026-11-21 12:00:00Z  payses_1  pp_bank  2450 gbp  released (cart_changed)",
  );
  expect(describePayments([])).toContain("No payment");
});

it("says where money and orders disagree, and what to do", () => {
  expect(describePaymentCheck([])).toContain("✓");
  const report = describePaymentCheck([
    { kind: "order-without-payment", subject: "order_1", detail: "order 7" },
  ]);
  expect(report).toContain("✗ order-without-payment: order_1 order 7");
  expect(report).toContain("docs/payments.md");
});
