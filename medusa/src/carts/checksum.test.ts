import { expect, test } from "vitest";
import { computeCartChecksum } from "./checksum";

const address = { first_name: "Ida", last_name: "Rhodes", address_1: "1 Hook Lane", country_code: "gb" };
const line = { id: "cali_1", variant_id: "variant_1", quantity: 2, unit_price: 12.5 };
const CART = {
  currency_code: "gbp",
  total: 31.95,
  email: "ida@cloakroom.test",
  items: [{ id: "cali_2", variant_id: null, quantity: 1, unit_price: 3 }, line],
  shipping_address: { ...address, company: null, city: "Köln" },
  billing_address: null,
  shipping_methods: [{ shipping_option_id: "so_1", amount: 3.95 }],
  payment_collection: { payment_sessions: [{ provider_id: "pp_system_default" }] },
};

/** The storefront's test has the same cart and checksum (lib/cart/cart-checksum.test.ts). */
test("the checksum is the one that the storefront computes", () => {
  expect(computeCartChecksum(CART)).toBe("4kfi39-dw-w1nz8zpejd33");
});

test("the checksum ignores the order of lines and other fields of the cart", () => {
  const other = { ...CART, id: "cart_1", updated_at: "now", items: CART.items.toReversed() };
  expect(computeCartChecksum(other)).toBe(computeCartChecksum(CART));
});

test("the checksum ignores nulls left by deleted entities", () => {
  const { payment_sessions } = CART.payment_collection;
  const other = {
    ...CART,
    items: [null, ...CART.items],
    shipping_methods: [...CART.shipping_methods, null],
    payment_collection: { payment_sessions: [null, ...payment_sessions] },
  };
  expect(computeCartChecksum(other)).toBe(computeCartChecksum(CART));
});

test.each<[string, object]>([
  ["line", { items: [line] }],
  ["quantity", { items: [CART.items[0], { ...line, quantity: 3 }] }],
  ["variant", { items: [CART.items[0], { ...line, variant_id: "variant_2" }] }],
  ["unit price", { items: [CART.items[0], { ...line, unit_price: 12.51 }] }],
  ["total", { total: 31.96 }],
  ["currency", { currency_code: "eur" }],
  ["e-mail address", { email: "ada@cloakroom.test" }],
  ["delivery address", { shipping_address: { ...address, address_1: "2 Hook Lane" } }],
  ["billing address", { billing_address: address }],
  ["delivery", { shipping_methods: [{ shipping_option_id: "so_2", amount: 3.95 }] }],
  ["price of delivery", { shipping_methods: [{ shipping_option_id: "so_1", amount: 0 }] }],
  ["way to pay", { payment_collection: { payment_sessions: [{ provider_id: "pp_other" }] } }],
])("another %s changes the checksum", (_what, change) => {
  expect(computeCartChecksum({ ...CART, ...change })).not.toBe(computeCartChecksum(CART));
});
