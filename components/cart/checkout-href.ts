import type { Cart } from "@/lib/cart/cart";
import { getNextStep } from "@/lib/checkout/step";

/** The way to the checkout. It names the step, so that Back leads to that one and not to whichever is next by then. */
export function getCheckoutHref(country: string, cart: Cart): string {
  return `/${country}/checkout?step=${getNextStep(cart)}`;
}
