import "server-only";
import { parsePaymentCollectionId } from "@/lib/cart/backend-cart";
import type { Carts } from "@/lib/cart/merge-carts";
import { AppError } from "@/lib/errors";
import { logLimited } from "@/lib/log";
import { callAs } from "@/lib/medusa/client";

/**
 * Chooses delivery and payment for the customer's cart as the guest had: Medusa forgets both when lines change. What
 * cannot be had any more is simply asked for again at its step.
 */
export async function chooseAgain(carts: Carts): Promise<void> {
  try {
    await chooseDelivery(carts);
    await choosePayment(carts);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logLimited("merge", console.warn, "what a guest chose is to be chosen again:", error.code);
  }
}

async function chooseDelivery({ guest, own, ownHolder }: Carts): Promise<void> {
  for (const { shipping_option_id } of guest.shipping_methods) {
    if (!shipping_option_id) continue;
    const body = { option_id: shipping_option_id };
    await callAs(ownHolder.identity, `/store/carts/${own.id}/shipping-methods`, { method: "POST", body });
  }
}

async function choosePayment({ guest, own, ownHolder: { identity } }: Carts): Promise<void> {
  const providerId = guest.payment_collection?.payment_sessions[0]?.provider_id;
  if (!providerId) return;
  const create = { method: "POST", body: { cart_id: own.id } } as const;
  const collectionId = parsePaymentCollectionId(await callAs(identity, "/store/payment-collections", create));
  const path = `/store/payment-collections/${collectionId}/payment-sessions`;
  await callAs(identity, path, { method: "POST", body: { provider_id: providerId } });
}
