import { expect, test } from "vitest";
import { requireAuthorizedPayment } from "./authorized-payment";
import type { Gateway, GatewayPayment } from "./gateway";

const CART = {
  total: 24.5,
  currency_code: "gbp",
  payment_collection: { id: "paycol_1", payment_sessions: [{ id: "payses_1", provider_id: "pp_bank" }] },
};

const PAID: GatewayPayment = { status: "authorized", reason: null, authorized: 2_450, currency: "gbp" };

const check = (payment: GatewayPayment | null, cart: object = CART) => {
  const gateway: Gateway = {
    open: async () => ({ url: "" }),
    read: async (reference) => (reference === "payses_1" ? payment : null),
    cancel: async () => undefined,
  };
  return requireAuthorizedPayment(cart, (id) => (id === "pp_bank" ? gateway : null));
};

test("a cart is ordered when the gateway promises its total, to the penny", async () => {
  await expect(check(PAID)).resolves.toBeUndefined();
  await expect(check({ ...PAID, status: "captured" })).resolves.toBeUndefined();
});

test.each([
  ["that the gateway does not know", null],
  ["that waits for the shopper", { ...PAID, status: "open" as const }],
  ["that the bank still thinks about", { ...PAID, status: "processing" as const }],
  ["that was declined", { ...PAID, status: "declined" as const }],
  ["that was given back", { ...PAID, status: "canceled" as const }],
  ["of too little", { ...PAID, authorized: 2_449 }],
  ["of too much", { ...PAID, authorized: 2_451 }],
  ["in another currency", { ...PAID, currency: "usd" }],
])("a payment %s orders nothing", async (_kind, payment) => {
  await expect(check(payment)).rejects.toThrow("payment_unauthorized");
});

test("another session's payment does not count", async () => {
  const sessions = [{ id: "payses_2", provider_id: "pp_bank" }];
  const cart = { ...CART, payment_collection: { id: "paycol_1", payment_sessions: sessions } };
  await expect(check(PAID, cart)).rejects.toThrow("payment_unauthorized");
});

test("an invoice and a cart that costs nothing ask no gateway", async () => {
  const sessions = [{ id: "payses_3", provider_id: "pp_system_default" }];
  await expect(
    check(null, { ...CART, payment_collection: { id: "paycol_1", payment_sessions: sessions } }),
  ).resolves.toBeUndefined();
  await expect(check(null, { ...CART, total: 0 })).resolves.toBeUndefined();
});
