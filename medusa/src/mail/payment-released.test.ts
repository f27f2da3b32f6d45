import { expect, test } from "vitest";
import { paymentReleased } from "./payment-released";

test("the mail says how much was given back, and why", () => {
  const { text } = paymentReleased({ amount: 2_450, currency: "gbp", reason: "insufficient_inventory" });
  expect(text).toContain("£24.50");
  expect(text).toContain("you are not charged");
  expect(text).toContain("sold out");
});

test("a currency without minor units is not divided", () => {
  expect(paymentReleased({ amount: 3_000, currency: "jpy", reason: "failed" }).text).toContain("¥3,000");
});
