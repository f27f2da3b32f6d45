import type { DeliveryState } from "@/components/cart/totals";
import type { Cart } from "@/lib/cart/cart";

/** How far the delivery of a cart is chosen, for its totals. */
export function getDeliveryState({ shipments }: Pick<Cart, "shipments">): DeliveryState {
  if (shipments.length === 0) return "none";
  return shipments.every(({ delivery }) => delivery) ? "chosen" : "open";
}
