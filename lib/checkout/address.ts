import "server-only";
import type { z } from "zod";
import type { Address, Cart } from "@/lib/cart/cart";
import { changeCart } from "@/lib/cart/change";
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
  return changeCart("", { email, shipping_address: toMedusa(shipping), billing_address: toMedusa(billing) });
}

function toMedusa(address: Address) {
  return {
    first_name: address.firstName,
    last_name: address.lastName,
    company: address.company,
    address_1: address.address1,
    address_2: address.address2,
    postal_code: address.postalCode,
    city: address.city,
    province: address.province,
    country_code: address.country,
    phone: address.phone,
  };
}
