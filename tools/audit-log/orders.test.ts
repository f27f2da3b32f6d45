import { expect, it } from "vitest";
import { isRightfulOwner } from "./orders";

const ADAS = { customer_id: "cus_1", has_account: true };
/** Medusa keeps a customer for each guest's address, too. */
const GUESTS = { customer_id: "cus_9", has_account: false };
const NOBODYS = { customer_id: null, has_account: null };

it("an order is rightful when it is its session's customer's", () => {
  expect(isRightfulOwner(ADAS, { customerId: "cus_1" })).toBe(true);
  expect(isRightfulOwner(ADAS, { customerId: "cus_2" })).toBe(false);
  expect(isRightfulOwner(NOBODYS, { customerId: "cus_1" })).toBe(false);
  expect(isRightfulOwner(GUESTS, { customerId: "cus_1" })).toBe(false);
});

it("a guest's order is rightful as long as no account has it", () => {
  expect(isRightfulOwner(GUESTS, { customerId: null })).toBe(true);
  expect(isRightfulOwner(NOBODYS, { customerId: null })).toBe(true);
  expect(isRightfulOwner(ADAS, { customerId: null })).toBe(false);
});
