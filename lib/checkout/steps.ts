import type { Cart } from "@/lib/cart/cart";

/** The steps of the checkout in order; `?step=` names one. */
export const STEPS = ["address", "delivery", "payment", "review"] as const;
export type Step = (typeof STEPS)[number];

/** The steps of a cart: no delivery step if nothing is shipped. */
export function listSteps(cart: Pick<Cart, "shipments">): Step[] {
  return STEPS.filter((step) => step !== "delivery" || cart.shipments.length > 0);
}

/** The first incomplete step: the one that /checkout shows, and the last one that `?step=` can open. */
export function getNextStep(
  cart: Pick<Cart, "shippingAddress" | "email" | "shipments" | "paymentProviderId">,
): Step {
  if (!cart.email || !cart.shippingAddress?.address1) return "address";
  if (cart.shipments.some(({ delivery }) => !delivery)) return "delivery";
  if (!cart.paymentProviderId) return "payment";
  return "review";
}

/**
 * The step to show: the requested one if the cart has it and all steps before it are complete, otherwise the first
 * incomplete one.
 * @param wanted the value of `?step=`
 */
export function resolveStep(cart: Cart, wanted: string | undefined): Step {
  const next = getNextStep(cart);
  const step = listSteps(cart).find((name) => name === wanted);
  return step && STEPS.indexOf(step) <= STEPS.indexOf(next) ? step : next;
}

/** The name of the form field for a shipment's delivery. @param index of the shipment, from 0 */
export function getDeliveryField(index: number): string {
  return index === 0 ? "optionId" : `moreOptionIds.${index}`;
}
