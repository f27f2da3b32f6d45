import { describe, expect, it } from "vitest";
import { isOwnCart } from "@/lib/cart/ownership";

const ann = { customerId: "cus_ann" };
const accountCart = (id: string) => ({ customer: { id, has_account: true } });
const nobodysCart = { customer: null };
const guestsCart = { customer: { id: "cus_guest", has_account: false } };

describe("whose a cart is", () => {
  it("is the customer's own, and no other customer's or guest's", () => {
    expect(isOwnCart(accountCart("cus_ann"), ann)).toBe(true);
    expect(isOwnCart(accountCart("cus_bob"), ann)).toBe(false);
    expect(isOwnCart(nobodysCart, ann)).toBe(false);
    expect(isOwnCart(guestsCart, ann)).toBe(false);
  });

  it("is no guest's when it is an account's", () => {
    expect(isOwnCart(accountCart("cus_ann"), null)).toBe(false);
  });

  it("is a guest's before and after an address is known", () => {
    expect(isOwnCart(nobodysCart, null)).toBe(true);
    expect(isOwnCart(guestsCart, null)).toBe(true);
  });
});
