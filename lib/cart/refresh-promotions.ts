import "server-only";
import { z } from "zod";
import type { BackendCart } from "@/lib/cart/backend-cart";
import type { IdentityHeaders } from "@/lib/medusa/headers";
import { getOffer, type Promotion, type PromotionReason } from "@/lib/cart/promotion";
import { AppError } from "@/lib/errors";
import { logLimited } from "@/lib/log";
import { callAs } from "@/lib/medusa/client";
import { parseResponse } from "@/lib/medusa/parse";

const amount = z.coerce.number().nullish();

const terms = z.object({
  type: z.string().nullish(),
  application_method: z
    .object({
      type: z.string().nullish(),
      target_type: z.string().nullish(),
      allocation: z.string().nullish(),
      value: amount,
      currency_code: z.string().nullish(),
      buy_rules_min_quantity: amount,
      apply_to_quantity: amount,
      target_rules: z.array(z.unknown()).nullish(),
    })
    .nullish(),
});

const reason = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("minimum"), amount: z.coerce.number() }),
  z.object({ kind: z.literal("more-items"), count: z.coerce.number() }),
  z.object({ kind: z.literal("not-started"), at: z.string() }),
  z.object({
    kind: z.enum([
      "delivery",
      "other-delivery",
      "other-items",
      "other-place",
      "other-customers",
      "other-currency",
      "conditions",
      "nothing-left",
      "sign-in",
      "email",
      "gone",
      "ended",
      "used-up",
      "used-by-you",
    ]),
  }),
]);

const promotion = z.object({
  code: z.string(),
  is_automatic: z.boolean(),
  campaign: z.string().nullish(),
  status: z.enum(["applied", "waiting", "ended"]),
  // A newer backend may know more reasons.
  reason: reason.nullable().catch({ kind: "conditions" }),
  terms: terms.nullish(),
});

/** The state of a cart's promotions, from the backend's own route (medusa/src/promotions). */
export const promotionsSchema = z.array(promotion);

const refreshedSchema = z.object({ changed: z.boolean(), promotions: promotionsSchema });

export function reshapePromotions(given: z.output<typeof promotionsSchema>, currency: string): Promotion[] {
  return given.map(({ code, is_automatic, campaign, status, reason: why, terms: rawTerms }) => ({
    code,
    name: (is_automatic && campaign) || code,
    isAutomatic: is_automatic,
    offer: getOffer(rawTerms, currency),
    status,
    reason: why && reshapeReason(why, currency),
  }));
}

function reshapeReason(given: z.output<typeof reason>, currency: string): PromotionReason {
  return given.kind === "minimum" ? { ...given, amount: { amount: given.amount, currency } } : given;
}

/** The codes that the backend stores with a cart, and those in effect. */
export function listPromotionCodes(cart: Pick<BackendCart, "metadata" | "promotions">): string[] {
  const kept = z.array(z.string()).safeParse(cart.metadata?.promotion_codes).data ?? [];
  const applied = cart.promotions.flatMap(({ code, is_automatic }) => (is_automatic ? [] : [code]));
  return [...new Set([...kept, ...applied])];
}

/**
 * Makes the backend refresh a cart's promotions: ended ones are removed, and waiting ones may take effect. No call for a
 * cart without promotions.
 * @returns `promotions`: null after an error of the backend, then the cart is shown as it is
 */
export async function refreshPromotions({
  cart,
  identity,
}: {
  cart: BackendCart;
  identity: IdentityHeaders;
}): Promise<{ changed: boolean; promotions: Promotion[] | null }> {
  if (listPromotionCodes(cart).length === 0 && cart.promotions.length === 0)
    return { changed: false, promotions: [] };
  try {
    const path = `/store/carts/${cart.id}/promotions/refresh`;
    const response = await callAs(identity, path, { method: "POST", body: {} });
    const { changed, promotions } = parseResponse(refreshedSchema, response);
    return { changed, promotions: reshapePromotions(promotions, cart.currency_code) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logLimited("promotions", console.error, "promotions were not brought up to date:", error);
    return { changed: false, promotions: null };
  }
}
