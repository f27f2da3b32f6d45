import { expect, test } from "vitest";
import { explainNoEffect, type NoEffectReason, type PromotedCart, type PromotionTerms } from "./no-effect";

const rule = (attribute: string, operator: string, ...values: string[]) => ({
  attribute,
  operator,
  values: values.map((value) => ({ value })),
});

const SCARF = { quantity: 1, product: { id: "prod_scarf", categories: [{ id: "pcat_scarves" }] } };
const CART = {
  currency_code: "usd",
  item_total: 50,
  region: { id: "reg_us" },
  shipping_address: { country_code: "us" },
  customer: { groups: [] },
  items: [SCARF],
  shipping_methods: [],
} as PromotedCart;

const onItems = { target_type: "items" };
const onDelivery = { target_type: "shipping_methods" };
const scarves = rule("items.product.categories.id", "in", "pcat_scarves");
const hats = rule("items.product.categories.id", "in", "pcat_hats");
const twoForOne = (target: typeof scarves) => ({
  ...onItems,
  buy_rules_min_quantity: 1,
  apply_to_quantity: 1,
  buy_rules: [target],
  target_rules: [target],
});

const CASES: [string, Partial<PromotionTerms>, NoEffectReason][] = [
  [
    "euros off dollars",
    { application_method: { ...onItems, currency_code: "eur" } },
    { kind: "other-currency" },
  ],
  ["a currency rule", { rules: [rule("currency_code", "eq", "eur")] }, { kind: "other-currency" }],
  ["a minimum", { rules: [rule("item_total", "gte", "100")] }, { kind: "minimum", amount: 100 }],
  ["a region", { rules: [rule("region.id", "in", "reg_eu")] }, { kind: "other-place" }],
  ["a country", { rules: [rule("shipping_address.country_code", "eq", "de")] }, { kind: "other-place" }],
  ["a group", { rules: [rule("customer.groups.id", "in", "cusgroup_1")] }, { kind: "other-customers" }],
  ["anything else", { rules: [rule("sales_channel_id", "eq", "sc_2")] }, { kind: "conditions" }],
  ["no delivery yet", { application_method: onDelivery }, { kind: "delivery" }],
  ["other items", { application_method: { ...onItems, target_rules: [hats] } }, { kind: "other-items" }],
  [
    "one of two",
    { type: "buyget", application_method: twoForOne(scarves) },
    { kind: "more-items", count: 1 },
  ],
  ["two others", { type: "buyget", application_method: twoForOne(hats) }, { kind: "other-items" }],
  [
    "all taken off already",
    { application_method: { ...onItems, target_rules: [scarves] } },
    { kind: "nothing-left" },
  ],
];

test.each(CASES)("%s", (_name, own, reason) => {
  const promotion = { type: "standard", application_method: onItems, ...own };
  expect(explainNoEffect(promotion, CART)).toEqual(reason);
});

test("a shipping option that the promotion excludes", () => {
  const express = rule("shipping_methods.shipping_option.shipping_option_type_id", "eq", "sotype_express");
  const promotion = { type: "standard", application_method: { ...onDelivery, target_rules: [express] } };
  const cart = {
    ...CART,
    shipping_methods: [{ shipping_option: { shipping_option_type_id: "sotype_std" } }],
  };
  expect(explainNoEffect(promotion, cart)).toEqual({ kind: "other-delivery" });
});
