import "server-only";
import { requireActiveCart } from "@/lib/cart/active-cart";
import { chooseDeliveries, listDeliveryChoices } from "@/lib/checkout/delivery";
import { choosePayment, listPaymentMethods } from "@/lib/checkout/payment";

/**
 * Chooses what the next steps would have offered first, where nothing is chosen yet: the cheapest delivery of each
 * shipment, and the only way to pay if there is only one. The review shows both, each with a way to change it.
 */
export async function chooseUsual(): Promise<void> {
  const choices = await listDeliveryChoices();
  const usual = choices.flatMap(({ shipment, options }) => shipment.delivery?.id ?? options[0]?.id ?? []);
  if (usual.length < choices.length) return;
  if (choices.some(({ shipment }) => !shipment.delivery)) await chooseDeliveries(usual);
  const { payment_collection } = await requireActiveCart();
  if (payment_collection?.payment_sessions.length) return;
  const [only, ...others] = await listPaymentMethods();
  if (only && others.length === 0) await choosePayment(only.id);
}
