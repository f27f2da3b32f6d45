import { describe, expect, it } from "vitest";
import { isOpenTo } from "./ownership";

describe("isOpenTo", () => {
  const accounts = { customer_id: "cus_1", customer: { has_account: true } };
  const guests = { customer_id: "cus_2", customer: { has_account: false } };
  const nobodys = { customer_id: null, customer: null };

  it("keeps what is an account's to its customer", () => {
    expect(isOpenTo(accounts, "cus_1")).toBe(true);
    expect(isOpenTo(accounts, "cus_3")).toBe(false);
    expect(isOpenTo(accounts, undefined)).toBe(false);
  });

  it("opens what a guest has made to whoever knows it", () => {
    expect(isOpenTo(guests, undefined)).toBe(true);
    expect(isOpenTo(guests, "cus_1")).toBe(true);
    expect(isOpenTo(nobodys, undefined)).toBe(true);
  });
});
