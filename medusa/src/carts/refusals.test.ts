import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MedusaError } from "@medusajs/framework/utils";
import { expect, test } from "vitest";
import { createRefusal, addRefusalCode, REFUSALS, type RefusalCode } from "./refusals";

const MEDUSA = join(process.cwd(), "medusa/node_modules/@medusajs");
const STEPS = "core-flows/dist/cart/steps";

/** Medusa's messages: the constant part, as its source has it, and a beginning with values filled in. */
const MEDUSA_MESSAGES: [code: RefusalCode, file: string, words: string, before?: string][] = [
  ["cart_empty", `${STEPS}/validate-cart-items.js`, "Cannot complete a cart with no items"],
  ["cart_completed", `${STEPS}/validate-cart.js`, " is already completed.", "Cart cart_1"],
  [
    "insufficient_inventory",
    `${STEPS}/confirm-inventory.js`,
    "Some variant does not have the required inventory",
  ],
  [
    "insufficient_inventory",
    "inventory/dist/services/inventory-module.js",
    "Not enough stock available for item ",
  ],
  ["promotion_ended", "promotion/dist/services/promotion-module.js", "Promotion usage exceeds the limit."],
  [
    "promotion_ended",
    "promotion/dist/services/promotion-module.js",
    "Promotion usage exceeds the budget limit.",
  ],
  [
    "delivery_unavailable",
    `${STEPS}/validate-shipping.js`,
    "No shipping method selected but the cart contains",
  ],
  [
    "delivery_unavailable",
    `${STEPS}/validate-shipping.js`,
    "The cart items require shipping profiles that are not satisfied",
  ],
  [
    "delivery_unavailable",
    `${STEPS}/validate-cart-shipping-options.js`,
    "Shipping Options are invalid for cart.",
  ],
  ["delivery_unavailable", `${STEPS}/validate-shipping-options-price.js`, "Shipping options with IDs "],
  [
    "payment_unavailable",
    `${STEPS}/validate-cart-payments.js`,
    "Payment collection has not been initiated for cart",
  ],
  [
    "payment_unavailable",
    `${STEPS}/validate-cart-payments.js`,
    "Payment sessions are required to complete cart",
  ],
  [
    "payment_unavailable",
    `${STEPS}/validate-cart-payments.js`,
    " not enabled in the cart's region ",
    "Payment provider pp_a is",
  ],
  [
    "payment_unavailable",
    "core-flows/dist/payment-collection/steps/validate-payment-provider-in-region.js",
    " is not enabled in the cart's region ",
  ],
  [
    "country_unavailable",
    "core-flows/dist/cart/workflows/update-cart.js",
    " is not within region ",
    "Country with code de",
  ],
  [
    "not_for_sale",
    "core-flows/dist/cart/workflows/get-variants-and-items-with-prices.js",
    " do not exist or belong to a product that is not published",
    "Variants variant_1",
  ],
  [
    "not_for_sale",
    "core-flows/dist/cart/workflows/get-variants-and-items-with-prices.js",
    " do not have a price",
    "Variants with IDs v",
  ],
  ["not_for_sale", `${STEPS}/validate-line-item-prices.js`, " do not have a price", "Items Hat"],
  [
    "not_for_sale",
    "core-flows/dist/cart/utils/prepare-confirm-inventory-input.js",
    " is not associated with any stock location",
  ],
  [
    "not_for_sale",
    "core-flows/dist/cart/utils/prepare-confirm-inventory-input.js",
    " does not have any inventory items",
  ],
];

test.each(MEDUSA_MESSAGES)("%s is recognised by Medusa's message in %s: %s", (...row) => {
  const [code, file, words, before = ""] = row;
  expect(readFileSync(join(MEDUSA, file), "utf8")).toContain(words);
  const error = new MedusaError(MedusaError.Types.INVALID_DATA, before + words);
  addRefusalCode(error);
  expect(error.code).toBe(code);
  expect(error.message).toBe(`${code}: ${before}${words}`);
});

test("Every code but our own has a message of Medusa's, and our own messages name the subject", () => {
  const tested = new Set(MEDUSA_MESSAGES.map(([code]) => code));
  expect(Object.keys(REFUSALS).filter((code) => !tested.has(code as RefusalCode))).toEqual([
    "cart_changed",
    "payment_unauthorized",
  ]);
  const refusal = createRefusal("promotion_ended", ['A "code"']);
  addRefusalCode(refusal);
  expect(refusal.message).toMatch(/^promotion_ended: [^[]+ \["A \\"code\\""\]$/);
  expect(refusal.code).toBe("promotion_ended");
});

test("An error that is no refusal of a cart keeps its message and code", () => {
  const error = new MedusaError(MedusaError.Types.NOT_FOUND, "Line item with id: cali_1 was not found");
  addRefusalCode(error);
  expect([error.code, error.message]).toEqual([undefined, "Line item with id: cali_1 was not found"]);
});
