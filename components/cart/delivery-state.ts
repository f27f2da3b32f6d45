import type { DeliveryState } from "@/components/cart/totals";
import type { ShownCart } from "@/components/cart/cart-state";

/** How far the delivery of a cart is chosen, for its totals. */
export function getDeliveryState({
  shipments,
  totals,
}: Pick<ShownCart, "shipments" | "totals">): DeliveryState {
  // Charged still, though what was to be delivered, or the way it was, is gone.
  if (totals && totals.shipping.amount > 0) return "chosen";
  if (shipments.length === 0) return "none";
  return shipments.every(({ delivery }) => delivery) ? "chosen" : "open";
}
