import { expect, test } from "vitest";
import { getTriedStatus, getBlockedStatus, type DatedPromotion } from "./code-status";

const NOW = new Date("2026-06-01T12:00:00Z");
const CART = { currency_code: "usd", items: [{ quantity: 1 }], shipping_methods: [] };
const promotion = (own: Partial<DatedPromotion> = {}): DatedPromotion => ({
  code: "SPRING",
  type: "standard",
  status: "active",
  application_method: { target_type: "items" },
  ...own,
});
const perCustomer = (attribute: string) => ({ budget: { type: "use_by_attribute", attribute } });

test.each([
  ["nothing", promotion(), null],
  ["deleted", undefined, { status: "ended", reason: { kind: "gone" } }],
  ["out of use", promotion({ status: "inactive" }), { status: "ended", reason: { kind: "gone" } }],
  [
    "over",
    promotion({ campaign: { ends_at: "2026-06-01T12:00:00Z" } }),
    { status: "ended", reason: { kind: "ended" } },
  ],
  [
    "not begun",
    promotion({ campaign: { starts_at: "2026-06-02T00:00:00Z" } }),
    { status: "waiting", reason: { kind: "not-started", at: "2026-06-02T00:00:00.000Z" } },
  ],
  [
    "once per address, which is not known",
    promotion({ campaign: perCustomer("customer_email") }),
    { status: "waiting", reason: { kind: "email" } },
  ],
  [
    "once per customer, who is not known",
    promotion({ campaign: perCustomer("customer_id") }),
    { status: "waiting", reason: { kind: "sign-in" } },
  ],
])("a code that is blocked before it is tried: %s", (_name, tested, result) => {
  expect(getBlockedStatus(tested, CART, NOW)).toEqual(result);
});

test.each([
  ["addItemAdjustment", {}, "applied", undefined],
  ["addShippingMethodAdjustment", {}, "applied", undefined],
  ["campaignBudgetExceeded", {}, "ended", "used-up"],
  ["promotionLimitExceeded", {}, "ended", "used-up"],
  ["campaignBudgetExceeded", { campaign: perCustomer("customer_id") }, "ended", "used-by-you"],
  ["removeItemAdjustment", {}, "waiting", "nothing-left"],
])("Medusa's %s with %o is %s", (action, own, ...[status, kind]) => {
  const result = getTriedStatus(promotion(own), CART, [{ action, code: "SPRING" }]);
  expect([result.status, result.reason?.kind]).toEqual([status, kind]);
  expect(getTriedStatus(promotion(own), CART, [{ action, code: "OTHER" }]).status).toBe("waiting");
});
