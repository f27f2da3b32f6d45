import { describe, expect, it } from "vitest";
import { GUEST_MARK, isOwnCart } from "@/lib/cart/ownership";

const ann = { customerId: "cus_ann" };
const cart = (owner: string | null, metadata: Record<string, unknown> | null = null) => ({
  customer: owner ? { id: owner } : null,
  metadata,
});

describe("whose a cart is", () => {
  it("is the customer's own, and no other customer's or guest's", () => {
    expect(isOwnCart(cart("cus_ann"), ann)).toBe(true);
    expect(isOwnCart(cart("cus_bob"), ann)).toBe(false);
    expect(isOwnCart(cart(null), ann)).toBe(false);
  });

  it("is not a guest's when a customer began it", () => {
    expect(isOwnCart(cart("cus_ann"), null)).toBe(false);
    expect(isOwnCart(cart("cus_ann", { holder: "somebody" }), null)).toBe(false);
  });

  it("stays a guest's whose e-mail address has an account", () => {
    expect(isOwnCart(cart(null, GUEST_MARK), null)).toBe(true);
    expect(isOwnCart(cart("cus_ann", GUEST_MARK), null)).toBe(true);
  });

  it("is not a customer's for being marked as a guest's", () => {
    expect(isOwnCart(cart("cus_bob", GUEST_MARK), ann)).toBe(false);
  });
});
