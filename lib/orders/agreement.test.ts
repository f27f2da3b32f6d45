import { expect, test } from "vitest";
import type { Cart, LineItem } from "@/lib/cart/cart";
import { getAgreement } from "@/lib/orders/agreement";

const price = { amount: 10, currency: "usd" };
const line = { id: "cali_1", variantId: "variant_1", quantity: 1, total: price } as LineItem;
const CART = {
  lines: [line],
  totals: { total: price },
  email: "a@b.test",
  shippingAddress: { address1: "1 Hook Lane" },
  billingAddress: null,
  delivery: { id: "so_1", name: "Standard", price },
  paymentProviderId: "pp_system_default",
} as Cart;

test("the same cart gives the same agreement", () => {
  expect(getAgreement(structuredClone(CART))).toBe(getAgreement(CART));
});

test.each([
  ["quantity", { lines: [{ ...line, quantity: 2 }] }],
  ["thing", { lines: [{ ...line, variantId: "variant_2" }] }],
  ["total", { totals: { total: { ...price, amount: 11 } } }],
  ["e-mail", { email: "b@b.test" }],
  ["address", { shippingAddress: { address1: "2 Hook Lane" } }],
  ["delivery", { delivery: null }],
])("another %s is another agreement", (_what, change) => {
  expect(getAgreement({ ...CART, ...change } as Cart)).not.toBe(getAgreement(CART));
});
