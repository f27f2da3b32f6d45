import "server-only";
import type { ActiveCart } from "@/lib/cart/active-cart";
import { openPaymentSession } from "@/lib/cart/payment-session";
import { listDeliveryChoicesFor, postDeliveries } from "@/lib/checkout/delivery";
import { listPaymentMethodsFor } from "@/lib/checkout/payment";

/**
 * Chooses defaults where nothing is chosen yet: the cheapest delivery of each shipment, and the first payment
 * method. The review step shows both with a link to change them. For `lib/checkout` alone.
 * @throws AppError "unavailable", or as Medusa refuses them
 */
export async function applyDefaults(active: ActiveCart): Promise<void> {
  const choices = await listDeliveryChoicesFor(active);
  const chosen = choices.flatMap(({ shipment, options }) => shipment.delivery?.id ?? options[0]?.id ?? []);
  if (chosen.length < choices.length) return;
  const isChosen = choices.every(({ shipment }) => shipment.delivery);
  const delivered = isChosen ? active : await postDeliveries(active, chosen);
  if (delivered.cart.payment_collection?.payment_sessions.length) return;
  const [first] = await listPaymentMethodsFor(delivered);
  if (first) await openPaymentSession(delivered, first.id);
}
