import type { ShownCart } from "@/components/cart/store/cart-state";
import { getNextStep } from "@/lib/checkout/steps";

/** The URL of the checkout. Contains the step, so that Back leads to the same step later. */
export function getCheckoutHref(country: string, cart: ShownCart): string {
  return `/${country}/checkout?step=${getNextStep(cart)}`;
}
