import "server-only";
import { z } from "zod";
import { type ActiveCart, requireActiveCart } from "@/lib/cart/active-cart";
import { openPaymentSession } from "@/lib/cart/payment-session";
import { getCartCountry } from "@/lib/cart/reshape";
import { AppError } from "@/lib/errors";
import type { Country } from "@/lib/markets";
import { callAs } from "@/lib/medusa/client";
import { guestHeaders } from "@/lib/medusa/headers";
import { lenientList, parseResponse } from "@/lib/medusa/parse";
import { listMethodsOf, type PaymentMethod } from "@/lib/payment-providers";

const providersResponse = z.object({
  payment_providers: lenientList(z.object({ id: z.string() }), "payment provider"),
});

/** The payment methods of the cart's region, the one to propose first. @throws AppError "cart-empty", "unavailable" */
export async function listPaymentMethods(): Promise<PaymentMethod[]> {
  return listPaymentMethodsFor(await requireActiveCart());
}

/** As `listPaymentMethods`, for a known cart. For `lib/checkout` alone. */
export async function listPaymentMethodsFor({ cart: { region_id } }: ActiveCart): Promise<PaymentMethod[]> {
  const query = { region_id: region_id ?? undefined };
  const response = await callAs(guestHeaders(), "/store/payment-providers", { query });
  return listMethodsOf(parseResponse(providersResponse, response).payment_providers.map(({ id }) => id));
}

/**
 * Chooses the payment method of the shopper's cart.
 * @returns the cart's country
 * @throws AppError "invalid" for a provider that the region does not have, "cart-empty", "unavailable"
 */
export async function choosePayment(providerId: string): Promise<Country> {
  const active = await requireActiveCart();
  await choosePaymentFor(active, providerId);
  return getCartCountry(active.cart);
}

/** As `choosePayment`, for a known cart. For `lib/checkout` alone. */
export async function choosePaymentFor(active: ActiveCart, providerId: string): Promise<void> {
  const methods = await listPaymentMethodsFor(active);
  if (!methods.some(({ id }) => id === providerId)) {
    throw new AppError("invalid", { fields: { providerId: "Please choose one of these ways to pay." } });
  }
  await openPaymentSession(active, providerId);
}
