import { expect, test } from "vitest";
import { describeStatus } from "@/components/order/status-text";
import { MARKETS } from "@/lib/markets";
import type { OrderStatus } from "@/lib/orders/order";

const [US] = MARKETS;
const ORDERED: OrderStatus = {
  stage: "ordered",
  isWhole: true,
  isCancelled: false,
  needsPayment: false,
  count: 3,
  returned: 0,
  returning: 0,
  refunded: null,
};
const refunded = { amount: 12, currency: "usd" };

test.each([
  ["Ordered", {}],
  ["Waiting for payment", { needsPayment: true }],
  ["Packed", { stage: "packed" }],
  ["Partly packed", { stage: "packed", isWhole: false }],
  ["Partly on its way", { stage: "shipped", isWhole: false }],
  ["On its way", { stage: "shipped", needsPayment: true }],
  ["Delivered · $12.00 refunded", { stage: "delivered", refunded }],
  ["Delivered · 1 item on the way back", { stage: "delivered", returning: 1 }],
  [
    "Delivered · 1 of 3 items returned · 2 items on the way back",
    { stage: "delivered", returned: 1, returning: 2 },
  ],
  ["Returned · $12.00 refunded", { stage: "delivered", returned: 3, refunded }],
  ["Cancelled", { isCancelled: true, needsPayment: true }],
  ["Cancelled · $12.00 refunded", { isCancelled: true, refunded }],
] as [string, Partial<OrderStatus>][])("%s", (text, status) => {
  expect(describeStatus({ ...ORDERED, ...status }, US)).toBe(text);
});
