import { expect, test } from "vitest";
import type { Cart } from "@/lib/cart/cart";
import { getNextStep, resolveStep } from "@/lib/checkout/step";

const EMPTY = { email: "", shippingAddress: null, delivery: null, paymentProviderId: null } as Cart;
const ADDRESSED = { ...EMPTY, email: "a@b.test", shippingAddress: { address1: "1 Hook Lane" } } as Cart;
const DELIVERED = { ...ADDRESSED, delivery: { id: "so_1" } } as Cart;
const PAYING = { ...DELIVERED, paymentProviderId: "pp_system_default" };

test.each([
  [EMPTY, "address"],
  [{ ...ADDRESSED, email: "" }, "address"],
  [ADDRESSED, "delivery"],
  [DELIVERED, "payment"],
  [PAYING, "review"],
] as const)("the next step is what is still missing (%#)", (cart, step) => {
  expect(getNextStep(cart)).toBe(step);
});

test.each([
  [PAYING, "address", "address"],
  [PAYING, "review", "review"],
  [ADDRESSED, "review", "delivery"],
  [EMPTY, "payment", "address"],
  [DELIVERED, "sideways", "payment"],
  [DELIVERED, undefined, "payment"],
] as const)("one may go back to any step but not past the next (%#)", (cart, wanted, step) => {
  expect(resolveStep(cart, wanted)).toBe(step);
});
