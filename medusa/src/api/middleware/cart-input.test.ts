import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { describe, expect, it, vi } from "vitest";
import { validateCartInput } from "./cart-input";

function validate(body: object): void {
  const next = vi.fn();
  validateCartInput({ body } as MedusaRequest, {} as MedusaResponse, next);
  expect(next).toHaveBeenCalledOnce();
}

const TYPED = { first_name: "Ada", city: "London", country_code: "gb" };

describe.each(["shipping_address", "billing_address"])("%s", (field) => {
  it("is typed, or absent", () => {
    expect(() => validate({ [field]: TYPED })).not.toThrow();
    expect(() => validate({ [field]: null })).not.toThrow();
    expect(() => validate({})).not.toThrow();
  });

  it.each<unknown>([
    "caaddr_1",
    { id: "caaddr_1" },
    { ...TYPED, id: "caaddr_1" },
    { ...TYPED, id: null },
    ["x"],
  ])("is not that of another cart: %j", (address) => {
    expect(() => validate({ [field]: address })).toThrow(/address cannot be used/);
  });
});
