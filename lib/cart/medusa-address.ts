import "server-only";
import type { Address } from "@/lib/cart/cart";

/** An address as Medusa names its parts, for carts and for address books. */
export function toMedusaAddress(address: Address) {
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
