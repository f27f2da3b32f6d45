import type { ShownCart } from "@/components/cart/cart-state";
import { getNextStep } from "@/lib/checkout/steps";

/** The way to the checkout. It names the step, so that Back leads to that one and not to whichever is next by then. */
export function getCheckoutHref(country: string, cart: ShownCart): string {
  return `/${country}/checkout?step=${getNextStep(cart)}`;
}
