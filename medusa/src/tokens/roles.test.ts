import { describe, expect, it } from "vitest";
import { isRole, mayActAs } from "./roles";

describe("mayActAs", () => {
  it.each([
    ["customer", null, true],
    ["customer", {}, true],
    ["customer", { user_id: null }, true],
    ["customer", { customer_id: "cus_1" }, true],
    ["customer", { user_id: "user_1" }, false],
    ["customer", { customer_id: "cus_1", user_id: "user_1" }, false],
    ["customer", { vendor_id: "vendor_1" }, false],
    ["user", null, true],
    ["user", { user_id: "user_1" }, true],
    ["user", { customer_id: "cus_1", user_id: "user_1" }, true],
    ["user", { customer_id: "cus_1" }, false],
    ["CUSTOMER", null, false],
    ["vendor", { vendor_id: "vendor_1" }, false],
  ])("%s with %j: %s", (actorType, appMetadata, expected) => {
    expect(mayActAs(actorType, appMetadata)).toBe(expected);
  });
});

it("only two actor types are allowed, in exact spelling", () => {
  expect(["customer", "user", "User", "vendor", "", undefined].map(isRole)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
