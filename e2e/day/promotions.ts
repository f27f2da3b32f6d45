import { randomUUID } from "node:crypto";
import { pick, requireCapacity } from "./random-choice";
import type { Promotion } from "./model";
import { pickInUse, type ShopkeeperContext } from "./shopkeeper";

const KINDS = ["percent", "each", "delivery", "fixed", "order", "buy-get", "whole"] as const;
const MAX_PROMOTIONS = 12;
const SHORT_MS = 3_000;
const LONG_MS = 20_000;

/** Creates a code or an automatic promotion; some with a usage limit, some with a campaign that ends. */
export async function createPromotion(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model, created, random } = shopkeeper;
  requireCapacity(model.promotions, MAX_PROMOTIONS);
  const kind = pick(random, KINDS);
  const isAutomatic = kind !== "delivery" && kind !== "order" && random.below(5) === 0;
  const code = `DAY-${randomUUID().slice(0, 8).toUpperCase()}`;
  const target = pick(random, model.products).id;
  const body = {
    code,
    status: "active",
    is_automatic: isAutomatic,
    type: kind === "buy-get" ? "buyget" : "standard",
    application_method: describeMethod(shopkeeper, kind, isAutomatic || kind === "buy-get" ? target : null),
    ...(!isAutomatic && random.below(3) === 0 ? { limit: 1 + random.below(2) } : {}),
    ...(random.below(3) === 0 ? { campaign: describeCampaign(shopkeeper) } : {}),
  };
  const { promotion } = await admin.post<{ promotion: { id: string } }>("/promotions", body);
  created.promotions.push(promotion.id);
  model.promotions.push({ id: promotion.id, code, isAutomatic });
  if (!isAutomatic) model.codes.push(code);
  return `makes ${isAutomatic ? "the automatic " : ""}${code} (${kind}${"limit" in body ? `, limit ${body.limit}` : ""}${"campaign" in body ? ", campaign" : ""})`;
}

function describeMethod({ random }: ShopkeeperContext, kind: (typeof KINDS)[number], target: string | null) {
  const rules = target ? [{ attribute: "items.product.id", operator: "in", values: [target] }] : [];
  const value = pick(random, [5, 12.5, 33, 100]);
  switch (kind) {
    case "percent":
      return { type: "percentage", target_type: "items", allocation: "across", value, target_rules: rules };
    case "each":
      return {
        type: "percentage",
        target_type: "items",
        allocation: "each",
        max_quantity: 2,
        value,
        target_rules: rules,
      };
    case "whole":
      return {
        type: "percentage",
        target_type: "items",
        allocation: "across",
        value: 100,
        target_rules: rules,
      };
    case "fixed":
      return {
        type: "fixed",
        target_type: "items",
        allocation: "across",
        value: 19.99,
        currency_code: "usd",
        target_rules: rules,
      };
    case "order":
      return { type: "fixed", target_type: "order", value: 25, currency_code: pick(random, ["usd", "eur"]) };
    case "delivery":
      return {
        type: "percentage",
        target_type: "shipping_methods",
        allocation: "across",
        value: pick(random, [50, 100]),
      };
    case "buy-get":
      return {
        type: "percentage",
        target_type: "items",
        allocation: "each",
        value: 100,
        max_quantity: 1,
        apply_to_quantity: 1,
        buy_rules_min_quantity: 1,
        target_rules: rules,
        buy_rules: rules,
      };
  }
}

function describeCampaign({ random }: ShopkeeperContext) {
  const identifier = `day-${randomUUID().slice(0, 8)}`;
  const hasBudget = random.below(2) === 0;
  return {
    name: identifier,
    campaign_identifier: identifier,
    starts_at: new Date(Date.now() - SHORT_MS).toISOString(),
    ends_at: new Date(Date.now() + SHORT_MS + random.below(LONG_MS)).toISOString(),
    ...(hasBudget ? { budget: { type: "usage", limit: 1 + random.below(2) } } : {}),
  };
}

export async function changePromotion(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model, random } = shopkeeper;
  const { id, code } = pickInUse(shopkeeper, model.promotions);
  const value = pick(random, [1, 10, 50]);
  await admin.post(`/promotions/${id}`, { application_method: { value } });
  return `makes ${code} worth ${value}`;
}

export async function togglePromotion(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model, random } = shopkeeper;
  const { id, code } = pickInUse(shopkeeper, model.promotions);
  const status = pick(random, ["inactive", "active"]);
  await admin.post(`/promotions/${id}`, { status });
  return `makes ${code} ${status}`;
}

export async function deletePromotion(shopkeeper: ShopkeeperContext): Promise<string> {
  const { admin, model } = shopkeeper;
  const promotion: Promotion = pickInUse(shopkeeper, model.promotions);
  await admin.delete(`/promotions/${promotion.id}`);
  model.promotions.splice(model.promotions.indexOf(promotion), 1);
  return `deletes ${promotion.code}`;
}
