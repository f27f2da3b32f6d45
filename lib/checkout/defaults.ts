import "server-only";
import { requireActiveCart } from "@/lib/cart/active-cart";
import { chooseDeliveries, listDeliveryChoices } from "@/lib/checkout/delivery";
import { choosePayment, listPaymentMethods } from "@/lib/checkout/payment";

/**
 * Chooses defaults where nothing is chosen yet: the cheapest delivery of each shipment, and the payment method if there
 * is only one. The review step shows both with a link to change them.
 * @throws AppError as `chooseDeliveries` and `choosePayment`
 */
export async function applyDefaults(): Promise<void> {
  const choices = await listDeliveryChoices();
  const chosen = choices.flatMap(({ shipment, options }) => shipment.delivery?.id ?? options[0]?.id ?? []);
  if (chosen.length < choices.length) return;
  if (choices.some(({ shipment }) => !shipment.delivery)) await chooseDeliveries(chosen);
  const { payment_collection } = await requireActiveCart();
  if (payment_collection?.payment_sessions.length) return;
  const [only, ...others] = await listPaymentMethods();
  if (only && others.length === 0) await choosePayment(only.id);
}
