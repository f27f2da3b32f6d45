import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createRefusal } from "./refusals";

/** The part of Medusa's cart that holds its discounts, and the customer. */
export interface DiscountedCart {
  email?: string | null;
  customer?: { id?: string | null } | null;
  items?: { adjustments?: Adjustment[] | null }[] | null;
  shipping_methods?: { adjustments?: Adjustment[] | null }[] | null;
}
interface Adjustment {
  code?: string | null;
  amount: unknown;
}

/** A promotion with its usage limits, which Medusa's list type leaves out. */
interface LimitedPromotion {
  code?: string;
  limit?: number | null;
  used?: number | null;
  campaign?: { budget?: Budget | null } | null;
}
interface Budget {
  type?: string;
  limit?: unknown;
  used?: unknown;
  attribute?: string | null;
  usages?: { attribute_value: string; used: unknown }[] | null;
}

/** Missing from the module's type. */
interface PromotionModule {
  listActivePromotions(
    filters: { code: string[] },
    config: { relations: string[] },
  ): Promise<LimitedPromotion[]>;
}

/**
 * Requires every discount of the cart to be available. Medusa detects a used-up promotion only while it creates the
 * order, and an ended or deleted one not at all.
 * @throws MedusaError "promotion_ended", naming the codes
 */
export async function requireValidDiscounts(container: MedusaContainer, cart: DiscountedCart): Promise<void> {
  const discounts = sumByCode(cart);
  if (discounts.size === 0) return;
  const promotions = container.resolve<PromotionModule>(Modules.PROMOTION);
  const active = await promotions.listActivePromotions(
    { code: [...discounts.keys()] },
    { relations: ["campaign", "campaign.budget", "campaign.budget.usages"] },
  );
  const ended = [...discounts].flatMap(([code, amount]) => {
    const promotion = active.find((each) => each.code === code);
    return promotion && isUsable(promotion, amount, cart) ? [] : [code];
  });
  if (ended.length > 0) throw createRefusal("promotion_ended", ended);
}

function sumByCode({ items, shipping_methods }: DiscountedCart): Map<string, number> {
  const adjustments = [...(items ?? []), ...(shipping_methods ?? [])].flatMap(
    (each) => each.adjustments ?? [],
  );
  const sums = new Map<string, number>();
  for (const { code, amount } of adjustments)
    if (code) sums.set(code, (sums.get(code) ?? 0) + Number(amount));
  return sums;
}

function isUsable(
  { limit, used, campaign }: LimitedPromotion,
  amount: number,
  cart: DiscountedCart,
): boolean {
  if (typeof limit === "number" && Number(used ?? 0) + 1 > limit) return false;
  const budget = campaign?.budget;
  if (!budget?.limit) return true;
  return countUsed(budget, cart) + (budget.type === "spend" ? amount : 1) <= Number(budget.limit);
}

/** A budget by customer or e-mail address has a count for each. */
function countUsed({ type, used, attribute, usages }: Budget, { customer, email }: DiscountedCart): number {
  if (type !== "use_by_attribute") return Number(used ?? 0);
  const value = attribute === "customer_id" ? customer?.id : email;
  return Number(usages?.find(({ attribute_value }) => attribute_value === value)?.used ?? 0);
}
