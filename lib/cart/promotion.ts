import type { Money } from "@/lib/money";

/** The target of a discount. "each": once per item. */
export type OfferTarget = "cart" | "each" | "selected" | "each-selected" | "delivery";

/** The discount of a promotion; "unknown" if the backend no longer has it. */
export type Offer =
  | { kind: "percentage"; percent: number; target: OfferTarget }
  | { kind: "amount"; amount: Money; target: OfferTarget }
  | { kind: "buy-get"; buy: number; get: number; off: { percent: number } | { amount: Money } }
  | { kind: "unknown" };

/** Why a code has no effect, or no longer has one. */
export type PromotionReason =
  | { kind: "delivery" | "other-delivery" | "other-items" | "other-place" | "other-customers" }
  | { kind: "other-currency" | "conditions" | "nothing-left" | "sign-in" | "email" }
  | { kind: "gone" | "ended" | "used-up" | "used-by-you" }
  | { kind: "minimum"; amount: Money }
  | { kind: "more-items"; count: number }
  | { kind: "not-started"; at: string };

/**
 * A promotion of a cart. `name`: the code, or the campaign of an automatic promotion. "waiting": on the cart, without an
 * effect so far. "ended": removed from the cart.
 */
export type Promotion = {
  code: string;
  name: string;
  isAutomatic: boolean;
  offer: Offer;
  status: "applied" | "waiting" | "ended";
  reason: PromotionReason | null;
};

/** A promotion's terms as Medusa has them; responses may leave some out. */
export type PromotionTerms = {
  type?: string | null;
  application_method?: {
    type?: string | null;
    target_type?: string | null;
    allocation?: string | null;
    value?: number | string | null;
    currency_code?: string | null;
    buy_rules_min_quantity?: number | null;
    apply_to_quantity?: number | null;
    target_rules?: unknown[] | null;
  } | null;
};

/** Converts Medusa's terms. @param currency the cart's, for amounts without one */
export function getOffer(terms: PromotionTerms | null | undefined, currency: string): Offer {
  const method = terms?.application_method;
  const value = Number(method?.value ?? Number.NaN);
  if (!method || !Number.isFinite(value)) return { kind: "unknown" };
  const isPercentage = method.type === "percentage";
  const amount = { amount: value, currency: method.currency_code ?? currency };
  if (terms?.type === "buyget") {
    const { buy_rules_min_quantity: buy, apply_to_quantity: get } = method;
    if (!buy || !get) return { kind: "unknown" };
    return { kind: "buy-get", buy, get, off: isPercentage ? { percent: value } : { amount } };
  }
  const target = getTarget(method);
  return isPercentage ? { kind: "percentage", percent: value, target } : { kind: "amount", amount, target };
}

function getTarget(method: NonNullable<PromotionTerms["application_method"]>): OfferTarget {
  const { target_type, target_rules, allocation } = method;
  if (target_type === "shipping_methods") return "delivery";
  const isSelected = (target_rules ?? []).length > 0 || allocation === "once";
  if (allocation === "each") return isSelected ? "each-selected" : "each";
  return isSelected ? "selected" : "cart";
}
