import { explainNoEffect, type NoEffectReason, type PromotedCart, type PromotionTerms } from "./no-effect";

type Reason =
  | NoEffectReason
  | { kind: "gone" | "ended" | "used-up" | "used-by-you" | "sign-in" | "email" }
  | { kind: "not-started"; at: string };

/** What a code does on a cart: takes something off, nothing yet, or nothing any more. */
export interface CodeStatus {
  status: "applied" | "waiting" | "ended";
  reason: Reason | null;
}

/** The part of Medusa's promotion that tells whether it holds at all. */
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

/** What Medusa would do with the promotions of a cart, as far as it is read here. */
export interface Action {
  action: string;
  code: string;
}

/**
 * What keeps a promotion from being tried on a cart, null when nothing does. Medusa leaves the first three out without a
 * word, and fails as a whole for a budget per customer when it does not know the customer.
 */
export function checkBlocked(
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

/** What became of a promotion that was tried. @param actions Medusa's, for the whole cart */
export function statusFromActions(
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
