import { explainNoEffect, type NoEffectReason, type PromotedCart, type PromotionTerms } from "./no-effect";

type Reason =
  | NoEffectReason
  | { kind: "gone" | "ended" | "used-up" | "used-by-you" | "sign-in" | "email" }
  | { kind: "not-started"; at: string };

/** Effect of a code on a cart: applied, not yet, or no longer possible. */
export interface CodeStatus {
  status: "applied" | "waiting" | "ended";
  reason: Reason | null;
}

/** The part of Medusa's promotion that decides whether it is available. */
export interface DatedPromotion extends PromotionTerms {
  code: string;
  status: string;
  campaign?: {
    name?: string;
    starts_at?: Date | string | null;
    ends_at?: Date | string | null;
    budget?: { type?: string; attribute?: string | null } | null;
  } | null;
}

interface OwnedCart extends PromotedCart {
  customer_id?: string | null;
  email?: string | null;
}

/** The part of Medusa's computed actions that is read here. */
export interface Action {
  action: string;
  code: string;
}

/**
 * The status of a promotion that cannot be tried on a cart; null if it can be tried. Medusa silently skips the first
 * three, and fails for all promotions when one has a budget per customer and the customer is unknown.
 */
export function getBlockedStatus(
  promotion: DatedPromotion | undefined,
  cart: OwnedCart,
  now: Date,
): CodeStatus | null {
  if (promotion?.status !== "active") return { status: "ended", reason: { kind: "gone" } };
  const { starts_at, ends_at, budget } = promotion.campaign ?? {};
  if (ends_at && new Date(ends_at) <= now) return { status: "ended", reason: { kind: "ended" } };
  if (starts_at && new Date(starts_at) > now)
    return { status: "waiting", reason: { kind: "not-started", at: new Date(starts_at).toISOString() } };
  if (!isPerCustomer(promotion)) return null;
  if (budget?.attribute === "customer_email")
    return cart.email ? null : { status: "waiting", reason: { kind: "email" } };
  return cart.customer_id ? null : { status: "waiting", reason: { kind: "sign-in" } };
}

/**
 * The status of a promotion that was tried.
 * @param actions computed by Medusa for the whole cart
 */
export function getTriedStatus(
  promotion: DatedPromotion | undefined,
  cart: PromotedCart,
  actions: readonly Action[],
): CodeStatus {
  if (!promotion) return { status: "ended", reason: { kind: "gone" } };
  const own = actions.filter(({ code }) => code === promotion.code).map(({ action }) => action);
  if (own.some((action) => /^add(Item|ShippingMethod)Adjustment$/.test(action)))
    return { status: "applied", reason: null };
  if (own.some((action) => /exceeded$/i.test(action)))
    return { status: "ended", reason: { kind: isPerCustomer(promotion) ? "used-by-you" : "used-up" } };
  return { status: "waiting", reason: explainNoEffect(promotion, cart) };
}

function isPerCustomer({ campaign }: DatedPromotion): boolean {
  return campaign?.budget?.type === "use_by_attribute";
}
