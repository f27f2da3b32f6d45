import "server-only";
import { z } from "zod";
import { parsePaymentCollectionId } from "@/lib/cart/backend-cart";
import { requireActiveCart } from "@/lib/cart/active-cart";
import { getCartContext } from "@/lib/cart/context";
import { getCartCountry } from "@/lib/cart/reshape";
import { AppError } from "@/lib/errors";
import type { Country } from "@/lib/markets";
import { callAs } from "@/lib/medusa/client";
import { guestHeaders } from "@/lib/medusa/headers";
import { type PaymentMethod, toPaymentMethod } from "@/lib/orders/payment-method";
import { lenientList, parseResponse } from "@/lib/medusa/parse";

const providersResponse = z.object({
  payment_providers: lenientList(z.object({ id: z.string() }), "payment provider"),
});

/** The payment methods of the cart's region. @throws AppError "cart-empty", "unavailable" */
export async function listPaymentMethods(): Promise<PaymentMethod[]> {
  const { region_id } = await requireActiveCart();
  const query = { region_id: region_id ?? undefined };
  const response = await callAs(guestHeaders(), "/store/payment-providers", { query });
  return parseResponse(providersResponse, response).payment_providers.map(({ id }) => toPaymentMethod(id));
}

/**
 * Chooses the payment method of the shopper's cart.
 * @returns the cart's country
 * @throws AppError "invalid" for a provider that the region does not have, "cart-empty", "unavailable"
 */
export async function choosePayment(providerId: string): Promise<Country> {
  const methods = await listPaymentMethods();
  if (!methods.some(({ id }) => id === providerId)) {
    throw new AppError("invalid", { fields: { providerId: "Please choose one of these ways to pay." } });
  }
  const collectionId = await requirePaymentCollection();
  const { identity } = await getCartContext();
  await callAs(identity, `/store/payment-collections/${collectionId}/payment-sessions`, {
    method: "POST",
    body: { provider_id: providerId },
  });
  return getCartCountry(await requireActiveCart());
}

async function requirePaymentCollection(): Promise<string> {
  const { id, payment_collection } = await requireActiveCart();
  if (payment_collection) return payment_collection.id;
  const { identity } = await getCartContext();
  const create = { method: "POST", body: { cart_id: id } } as const;
  return parsePaymentCollectionId(await callAs(identity, "/store/payment-collections", create));
}
