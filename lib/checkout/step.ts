import type { Cart } from "@/lib/cart/cart";

/** The steps of the checkout in order; `?step=` names one. */
export const STEPS = ["address", "delivery", "payment", "review"] as const;
export type Step = (typeof STEPS)[number];

/** The steps of this cart: nothing is delivered of what is not shipped. */
export function listSteps(cart: Pick<Cart, "shipments">): Step[] {
  return STEPS.filter((step) => step !== "delivery" || cart.shipments.length > 0);
}

/** The first step that still lacks something: where a bare /checkout leads, and the furthest one may jump to. */
export function getNextStep(
  cart: Pick<Cart, "shippingAddress" | "email" | "shipments" | "paymentProviderId">,
): Step {
  if (!cart.email || !cart.shippingAddress?.address1) return "address";
  if (cart.shipments.some(({ delivery }) => !delivery)) return "delivery";
  if (!cart.paymentProviderId) return "payment";
  return "review";
}

/**
 * The step to show for a `?step=` value: that step if it exists and everything before it is done, otherwise the
 * first one that is not.
 */
export function resolveStep(cart: Cart, wanted: string | undefined): Step {
  const next = getNextStep(cart);
  const step = listSteps(cart).find((name) => name === wanted);
  return step && STEPS.indexOf(step) <= STEPS.indexOf(next) ? step : next;
}
