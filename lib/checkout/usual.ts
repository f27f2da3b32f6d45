import "server-only";
import { requireOpenCart } from "@/lib/cart/current";
import { chooseDelivery, listDeliveryOptions } from "@/lib/checkout/delivery";
import { choosePayment, listPaymentMethods } from "@/lib/checkout/payment";

/**
 * Chooses what the next steps would have offered first, where nothing is chosen yet: the cheapest delivery, and the
 * only way to pay if there is only one. The review shows both, each with a way to change it.
 */
export async function chooseUsual(): Promise<void> {
  const { shipping_methods, payment_collection } = await requireOpenCart();
  if (shipping_methods.length === 0) {
    const [cheapest] = await listDeliveryOptions();
    if (!cheapest) return;
    await chooseDelivery(cheapest.id);
  }
  if (payment_collection?.payment_sessions.length) return;
  const [only, ...others] = await listPaymentMethods();
  if (only && others.length === 0) await choosePayment(only.id);
}
