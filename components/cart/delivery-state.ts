import type { DeliveryState } from "@/components/cart/totals";
import type { ShownCart } from "@/components/cart/cart-state";

/** Whether the deliveries of a cart are chosen, for its totals. */
export function getDeliveryState({
  shipments,
  totals,
}: Pick<ShownCart, "shipments" | "totals">): DeliveryState {
  // A delivery may still be charged although its item or shipping option is gone.
  if (totals && totals.shipping.amount > 0) return "chosen";
  if (shipments.length === 0) return "none";
  return shipments.every(({ delivery }) => delivery) ? "chosen" : "open";
}
