import { describe, expect, test } from "vitest";
import { reshapeAddress, reshapeApplied, reshapeTotals } from "@/lib/cart/reshape";

const LINE = {
  id: "cali_1",
  title: "Scarf",
  quantity: 2,
  unit_price: 105,
  subtotal: 176.47,
  original_total: 210,
};

const AMOUNTS = {
  currency_code: "eur",
  item_subtotal: 176.47,
  original_item_total: 210,
  discount_total: 21,
  discount_subtotal: 17.65,
  original_shipping_total: 7,
  shipping_subtotal: 5.88,
  tax_total: 31.3,
  total: 196,
};

const amounts = (totals: ReturnType<typeof reshapeTotals>) =>
  Object.fromEntries(
    Object.entries(totals).map(([key, value]) => [key, typeof value === "object" ? value.amount : value]),
  );

describe("totals add up as the country writes them", () => {
  test("with tax in the prices: goods − discount + delivery = total", () => {
    const totals = reshapeTotals(AMOUNTS, [{ ...LINE, is_tax_inclusive: true }]);
    expect(amounts(totals)).toEqual({
      subtotal: 210,
      discount: 21,
      shipping: 7,
      tax: 31.3,
      total: 196,
      isTaxIncluded: true,
    });
  });

  test("without: goods − discount + delivery + tax = total", () => {
    const totals = reshapeTotals(AMOUNTS, [{ ...LINE, is_tax_inclusive: false }]);
    const { subtotal, discount, shipping, tax, total } = totals;
    expect(subtotal.amount - discount.amount + shipping.amount + tax.amount).toBeCloseTo(total.amount, 2);
    expect(totals.isTaxIncluded).toBe(false);
  });
});

test("an address that only names a country is none", () => {
  expect(reshapeAddress({ country_code: "us", address_1: null })).toBeNull();
  expect(
    reshapeAddress({ country_code: "us", address_1: "1 Hook Lane", address_2: "Flat 2" })?.address2,
  ).toBe("Flat 2");
});

test("promotions of an order are as it has them, less those that have been deleted", () => {
  const method = { type: "percentage", value: 10 };
  const promotions = reshapeApplied([null, { code: "WELCOME", application_method: method }], "eur");
  expect(promotions).toEqual([
    {
      code: "WELCOME",
      name: "WELCOME",
      isAutomatic: false,
      offer: { kind: "percentage", percent: 10, target: "cart" },
      status: "applied",
      reason: null,
    },
  ]);
});
