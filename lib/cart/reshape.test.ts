import { describe, expect, test } from "vitest";
import { parseCart } from "@/lib/cart/backend-cart";
import { reshapeApplied, reshapeCart } from "@/lib/cart/reshape";
import { reshapeAddress } from "@/lib/address/medusa-address";

const LINE = {
  id: "cali_1",
  title: "Scarf",
  quantity: 2,
  unit_price: 105,
  subtotal: 176.47,
  original_total: 210,
  is_tax_inclusive: true,
};

const CART = {
  id: "cart_1",
  currency_code: "eur",
  items: [LINE],
  shipping_subtotal: 5.88,
  original_shipping_total: 7,
  tax_total: 31.3,
  credit_line_total: 0,
  total: 196,
};

const show = (cart: object) => reshapeCart(parseCart({ cart: { ...CART, ...cart } }), () => null, null);

describe("a cart survives what is gone", () => {
  test.each<[string, object]>([
    ["a promotion that was deleted", { promotions: [null, { code: "WELCOME10" }] }],
    ["a promotion without its amount", { promotions: [{ code: "WELCOME10", application_method: null }] }],
    ["a promotion that cannot be read", { promotions: [{ id: "promo_1" }, { code: "WELCOME10" }] }],
  ])("%s leaves the others", (_what, gone) => {
    expect(show(gone).promotions.map(({ code }) => code)).toEqual(["WELCOME10"]);
  });

  test.each<[string, object]>([
    [
      "relations that are null",
      { promotions: null, shipping_methods: null, payment_collection: null, customer: null },
    ],
    ["relations that are not there", {}],
    ["empty places in every list", { items: [null, LINE], shipping_methods: [null], promotions: [null] }],
    [
      "a product, of which the line has only its own names",
      { items: [{ ...LINE, product_title: null, thumbnail: 7 }] },
    ],
    ["a payment session", { payment_collection: { id: "pay_col_1", payment_sessions: [null] } }],
  ])("%s", (_what, gone) => {
    const cart = show(gone);
    expect(cart.lines.map(({ title, quantity }) => [title, quantity])).toEqual([["Scarf", 2]]);
    expect(cart.totals.total).toEqual({ amount: 196, currency: "eur" });
    expect(cart.paymentProviderId).toBeNull();
  });
});

describe("a cart that cannot be used is an outage whose cause names the field", () => {
  test.each<[string, object]>([
    ["cart.items.0.quantity", { items: [{ ...LINE, quantity: undefined }] }],
    ["cart.total", { total: null }],
    ["cart.customer.id", { customer: { has_account: false } }],
  ])("%s", (field, odd) => {
    expect(() => show(odd)).toThrow(
      expect.objectContaining({
        code: "unavailable",
        cause: expect.objectContaining({ message: expect.stringContaining(field) }),
      }),
    );
  });
});

test("an address that only names a country is none", () => {
  expect(reshapeAddress({ country_code: "us", address_1: null })).toBeNull();
  expect(
    reshapeAddress({ country_code: "us", address_1: "1 Hook Lane", address_2: "Flat 2" })?.address2,
  ).toBe("Flat 2");
});

test("promotions of an order are as it has them", () => {
  const method = { type: "percentage", value: 10 };
  const promotions = reshapeApplied([{ code: "WELCOME", application_method: method }], "eur");
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
