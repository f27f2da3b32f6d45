import { expect, test } from "vitest";
import { paymentAlarm } from "./payment-alarm";

const problem = (subject: string) => ({ kind: "order-without-payment", subject, detail: "order 7" }) as const;

test("the alarm names each disagreement, and counts those that it has no room for", () => {
  expect(paymentAlarm([problem("order_1")]).text).toContain("an order without a payment: order_1, order 7");
  const many = Array.from({ length: 52 }, (_, index) => problem(`order_${index}`));
  const { text } = paymentAlarm(many);
  expect(text).toContain("52 disagreements");
  expect(text).toContain("and 2 more");
});
