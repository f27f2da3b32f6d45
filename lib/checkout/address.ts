import "server-only";
import type { z } from "zod";
import type { Cart } from "@/lib/cart/cart";
import { changeCart } from "@/lib/cart/change";
import { toMedusaAddress } from "@/lib/cart/medusa-address";
import { requireOpenCart } from "@/lib/cart/current";
import { getRegionId } from "@/lib/catalog/regions";
import { AppError } from "@/lib/errors";
import type { addressSchema } from "@/lib/schemas";

type TypedAddress = z.output<typeof addressSchema>;
export type Contact = { email: string; shipping: TypedAddress; billing: TypedAddress };

/**
 * Writes e-mail and addresses onto the cart.
 * @throws AppError "not-deliverable" when the country belongs to another region than the cart's prices
 */
export async function saveContact({ email, shipping, billing }: Contact): Promise<Cart> {
  const cart = await requireOpenCart();
  if ((await getRegionId(shipping.country)) !== cart.region_id) {
    throw new AppError("not-deliverable", {
      fields: { "shipping.country": "Please switch the shop to that country first: prices differ." },
    });
  }
  return changeCart("", {
    email,
    shipping_address: toMedusaAddress(shipping),
    billing_address: toMedusaAddress(billing),
  });
}
