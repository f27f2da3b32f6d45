import { describe, expect, it } from "vitest";
import { isAccessibleTo } from "./ownership";

describe("isAccessibleTo", () => {
  const accounts = { customer_id: "cus_1", customer: { has_account: true } };
  const guests = { customer_id: "cus_2", customer: { has_account: false } };
  const nobodys = { customer_id: null, customer: null };

  it("keeps what is an account's to its customer", () => {
    expect(isAccessibleTo(accounts, "cus_1")).toBe(true);
    expect(isAccessibleTo(accounts, "cus_3")).toBe(false);
    expect(isAccessibleTo(accounts, undefined)).toBe(false);
  });

  it("opens what a guest has made to whoever knows it", () => {
    expect(isAccessibleTo(guests, undefined)).toBe(true);
    expect(isAccessibleTo(guests, "cus_1")).toBe(true);
    expect(isAccessibleTo(nobodys, undefined)).toBe(true);
  });
});
