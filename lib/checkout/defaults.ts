import "server-only";
import type { ActiveCart } from "@/lib/cart/active-cart";
import { listChoicesOf, postDeliveries } from "@/lib/checkout/delivery";
import { listMethodsOf, postPayment } from "@/lib/checkout/payment";

/**
 * Chooses defaults where nothing is chosen yet: the cheapest delivery of each shipment, and the payment method if there
 * is only one. The review step shows both with a link to change them. For `lib/checkout` alone.
 * @throws AppError "unavailable", or as Medusa refuses them
 */
export async function applyDefaults(active: ActiveCart): Promise<void> {
  const choices = await listChoicesOf(active);
  const chosen = choices.flatMap(({ shipment, options }) => shipment.delivery?.id ?? options[0]?.id ?? []);
  if (chosen.length < choices.length) return;
  const isChosen = choices.every(({ shipment }) => shipment.delivery);
  const delivered = isChosen ? active : await postDeliveries(active, chosen);
  if (delivered.cart.payment_collection?.payment_sessions.length) return;
  const [only, ...others] = await listMethodsOf(delivered);
  if (only && others.length === 0) await postPayment(delivered, only.id);
}
