import { meetsRule, type Rule } from "./rules";

/** Why a valid promotion takes nothing off a cart. Amounts are in the cart's currency. */
export type NoEffectReason =
  | { kind: "delivery" | "other-delivery" | "other-items" | "other-place" | "other-customers" }
  | { kind: "other-currency" | "conditions" | "nothing-left" }
  | { kind: "minimum"; amount: number }
  | { kind: "more-items"; count: number };

/** The part of Medusa's promotion that decides its effect on a cart. */
export interface PromotionTerms {
  type: string;
  rules?: Rule[] | null;
  application_method?: {
    target_type: string;
    currency_code?: string | null;
    buy_rules_min_quantity?: number | null;
    apply_to_quantity?: number | null;
    target_rules?: Rule[] | null;
    buy_rules?: Rule[] | null;
  } | null;
}

interface Item {
  quantity: unknown;
  is_discountable?: boolean;
}

/** The part of Medusa's cart that promotion rules refer to. */
export interface PromotedCart {
  currency_code: string;
  items?: Item[] | null;
  shipping_methods?: unknown[] | null;
}

/** Returns the first reason that applies. */
export function explainNoEffect(promotion: PromotionTerms, cart: PromotedCart): NoEffectReason {
  const method = promotion.application_method;
  if (method?.currency_code && method.currency_code !== cart.currency_code) return { kind: "other-currency" };
  const unmet = (promotion.rules ?? []).find((rule) => !meetsRule(rule, cart));
  if (unmet) return explainRule(unmet);
  if (!method) return { kind: "nothing-left" };
  if (method.target_type === "shipping_methods") return explainDelivery(method.target_rules ?? [], cart);
  const items = (cart.items ?? []).filter(({ is_discountable }) => is_discountable !== false);
  return promotion.type === "buyget" ? explainBuyGet(method, items) : explainItems(method, items);
}

function explainRule({ attribute, operator, values }: Rule): NoEffectReason {
  const name = attribute ?? "";
  if (name.startsWith("customer")) return { kind: "other-customers" };
  if (/^(region|shipping_address)\b/.test(name) || name === "region_id") return { kind: "other-place" };
  if (name === "currency_code") return { kind: "other-currency" };
  const limits = values.map(({ value }) => Number(value)).filter(Number.isFinite);
  if (name.endsWith("total") && ["gt", "gte"].includes(operator) && limits.length > 0)
    return { kind: "minimum", amount: Math.min(...limits) };
  return { kind: "conditions" };
}

function explainDelivery(rules: Rule[], cart: PromotedCart): NoEffectReason {
  const methods = cart.shipping_methods ?? [];
  if (methods.length === 0) return { kind: "delivery" };
  const isMet = methods.some((method) => rules.every((rule) => meetsRule(rule, method, "shipping_methods.")));
  return { kind: isMet ? "nothing-left" : "other-delivery" };
}

type Method = NonNullable<PromotionTerms["application_method"]>;

const meetsAll = (item: Item, rules: Rule[] | null | undefined) =>
  (rules ?? []).every((rule) => meetsRule(rule, item, "items."));

function explainItems({ target_rules }: Method, items: Item[]): NoEffectReason {
  return { kind: items.some((item) => meetsAll(item, target_rules)) ? "nothing-left" : "other-items" };
}

function explainBuyGet(method: Method, items: Item[]): NoEffectReason {
  const matching = items.filter(
    (item) => meetsAll(item, method.buy_rules) || meetsAll(item, method.target_rules),
  );
  if (matching.length === 0) return { kind: "other-items" };
  const required = (method.buy_rules_min_quantity ?? 0) + (method.apply_to_quantity ?? 0);
  const count = matching.reduce((sum, { quantity }) => sum + Number(quantity), 0);
  return { kind: "more-items", count: Math.max(1, required - count) };
}
