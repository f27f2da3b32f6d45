import "server-only";
import type { ActiveCart } from "@/lib/cart/active-cart";
import { parsePaymentCollectionId } from "@/lib/cart/backend-cart";
import { callAs } from "@/lib/medusa/client";

/**
 * Opens a payment session for a cart of the shopper's, in place of an earlier one. For `lib` alone.
 * @param providerId of a method of the cart's region
 * @throws AppError as `callAs`
 */
export async function openPaymentSession(active: ActiveCart, providerId: string): Promise<void> {
  const path = `/store/payment-collections/${await ensurePaymentCollection(active)}/payment-sessions`;
  await callAs(active.identity, path, { method: "POST", body: { provider_id: providerId } });
}

/** The id of the cart's payment collection, which is created if there is none. */
async function ensurePaymentCollection({ cart, identity }: ActiveCart): Promise<string> {
  if (cart.payment_collection) return cart.payment_collection.id;
  const create = { method: "POST", body: { cart_id: cart.id } } as const;
  return parsePaymentCollectionId(await callAs(identity, "/store/payment-collections", create));
}
