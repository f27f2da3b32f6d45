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
import { lenientList, parseResponse } from "@/lib/medusa/parse";

const providersResponse = z.object({
  payment_providers: lenientList(z.object({ id: z.string() }), "payment provider"),
});

export type PaymentMethod = { id: string; label: string; description: string };

/** How a provider of the backend is called here. A provider without an entry is shown by its id. */
const LABELS: Record<string, Omit<PaymentMethod, "id">> = {
  pp_system_default: {
    label: "Pay later by invoice",
    description: "This is a demonstration: no card is asked for and nothing is charged.",
  },
};

export function describePayment(providerId: string): PaymentMethod {
  return { id: providerId, ...(LABELS[providerId] ?? { label: providerId, description: "" }) };
}

/** Ways to pay that the cart's region allows. */
export async function listPaymentMethods(): Promise<PaymentMethod[]> {
  const { region_id } = await requireActiveCart();
  const query = { region_id: region_id ?? undefined };
  const response = await callAs(guestHeaders(), "/store/payment-providers", { query });
  return parseResponse(providersResponse, response).payment_providers.map(({ id }) => describePayment(id));
}

/**
 * @returns the country that the cart is for
 * @throws AppError "invalid" for a provider that the region does not allow
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
