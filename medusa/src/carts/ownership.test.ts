import { describe, expect, it } from "vitest";
import { isAccessibleTo } from "./ownership";

describe("isAccessibleTo", () => {
  const accounts = { customer_id: "cus_1", customer: { has_account: true } };
  const guests = { customer_id: "cus_2", customer: { has_account: false } };
  const unowned = { customer_id: null, customer: null };

  it("allows a customer's entity to that customer only", () => {
    expect(isAccessibleTo(accounts, "cus_1")).toBe(true);
    expect(isAccessibleTo(accounts, "cus_3")).toBe(false);
    expect(isAccessibleTo(accounts, undefined)).toBe(false);
  });

  it("allows a guest's entity to everybody who knows its id", () => {
    expect(isAccessibleTo(guests, undefined)).toBe(true);
    expect(isAccessibleTo(guests, "cus_1")).toBe(true);
    expect(isAccessibleTo(unowned, undefined)).toBe(true);
  });
});
