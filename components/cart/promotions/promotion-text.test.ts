import { expect, test } from "vitest";
import { describeOffer, describeStanding } from "@/components/cart/promotions/promotion-text";
import { getOffer, type Promotion, type PromotionReason } from "@/lib/cart/promotion";
import { findMarket, type Market } from "@/lib/markets";

const method = (own: object) => ({ type: "percentage", target_type: "items", value: 10, ...own });

test.each([
  ["10% off", { type: "standard", application_method: method({}) }],
  [
    "20% off selected items",
    { type: "standard", application_method: method({ value: 20, target_rules: [{}] }) },
  ],
  [
    "€5.00 off",
    { type: "standard", application_method: method({ type: "fixed", value: 5, currency_code: "eur" }) },
  ],
  ["$5.00 off each item", { application_method: method({ type: "fixed", value: "5", allocation: "each" }) }],
  ["Free delivery", { application_method: method({ target_type: "shipping_methods", value: 100 }) }],
  ["12.5% off delivery", { application_method: method({ target_type: "shipping_methods", value: 12.5 }) }],
  ["Buy one, get one free", buyGet(1, 1, 100)],
  ["Buy 2, get 1 at 50% off", buyGet(2, 1, 50)],
  // Medusa's own answer, which says that it is one but not of what.
  ["", { type: "buyget", application_method: method({ value: 100 }) }],
  ["", null],
])("%s", (text, terms) => {
  expect(describeOffer(getOffer(terms, "usd"), "en-US")).toBe(text);
});

function buyGet(buy: number, get: number, value: number) {
  const terms = { value, buy_rules_min_quantity: buy, apply_to_quantity: get };
  return { type: "buyget", application_method: method(terms) };
}

test("every reason has a sentence that names the code", () => {
  const market = findMarket("us") as Market;
  const reasons: PromotionReason[] = [
    { kind: "delivery" },
    { kind: "minimum", amount: { amount: 100, currency: "usd" } },
    { kind: "not-started", at: "2027-01-02T23:30:00.000Z" },
    // The next day already in UTC, but not in New York.
    { kind: "not-started", at: "2027-01-03T04:30:00.000Z" },
    { kind: "other-currency" },
    { kind: "ended" },
  ];
  const sentences = reasons.map((reason) =>
    describeStanding({ code: "SPRING", status: "waiting", reason } as Promotion, market),
  );
  expect(sentences).toEqual([
    "SPRING takes effect when you choose a delivery.",
    "SPRING takes effect from $100.00 on.",
    "SPRING starts on January 2, 2027.",
    "SPRING starts on January 2, 2027.",
    "SPRING is not for orders in US dollars.",
    "SPRING has ended and was taken off.",
  ]);
});
