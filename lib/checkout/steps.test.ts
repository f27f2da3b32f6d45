import { expect, test } from "vitest";
import type { Cart } from "@/lib/cart/cart";
import { getNextStep, listSteps, resolveStep } from "@/lib/checkout/steps";

const shipment = (profileId: string, optionId?: string) => ({
  profileId,
  titles: ["Hat"],
  delivery: optionId ? { id: optionId, name: "Standard", price: { amount: 8, currency: "usd" } } : null,
});

const EMPTY = { email: "", shippingAddress: null, shipments: [shipment("sp_1")], paymentProviderId: null };
const ADDRESSED = { ...EMPTY, email: "a@b.test", shippingAddress: { address1: "1 Hook Lane" } } as Cart;
const DELIVERED = { ...ADDRESSED, shipments: [shipment("sp_1", "so_1")] };
const HALF_DELIVERED = { ...ADDRESSED, shipments: [shipment("sp_1", "so_1"), shipment("sp_2")] };
const PAYING = { ...DELIVERED, paymentProviderId: "pp_system_default" };
const UNSHIPPED = { ...ADDRESSED, shipments: [] };

test.each([
  [EMPTY as unknown as Cart, "address"],
  [{ ...ADDRESSED, email: "" }, "address"],
  [ADDRESSED, "delivery"],
  [HALF_DELIVERED, "delivery"],
  [DELIVERED, "payment"],
  [UNSHIPPED, "payment"],
  [PAYING, "review"],
] as const)("the next step is what is still missing (%#)", (cart, step) => {
  expect(getNextStep(cart)).toBe(step);
});

test.each([
  [PAYING, "address", "address"],
  [PAYING, "review", "review"],
  [ADDRESSED, "review", "delivery"],
  [EMPTY as unknown as Cart, "payment", "address"],
  [DELIVERED, "sideways", "payment"],
  [DELIVERED, undefined, "payment"],
  [UNSHIPPED, "delivery", "payment"],
] as const)("one may go back to any step but not past the next (%#)", (cart, wanted, step) => {
  expect(resolveStep(cart, wanted)).toBe(step);
});

test("there is no delivery to choose where nothing is shipped", () => {
  expect(listSteps(UNSHIPPED)).toEqual(["address", "payment", "review"]);
  expect(listSteps(PAYING)).toEqual(["address", "delivery", "payment", "review"]);
});
