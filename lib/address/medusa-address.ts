import "server-only";
import type { Address } from "@/lib/address/address";
import { z } from "zod";
import { optionalText } from "@/lib/medusa/parse";
import { formatProvince } from "@/lib/address/province";

/** Converts to Medusa's address, for carts and address books. */
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

/** An address of Medusa's, in a cart, an order or an address book; any field may be missing. */
export const medusaAddressSchema = z.object({
  first_name: optionalText,
  last_name: optionalText,
  company: optionalText,
  address_1: optionalText,
  address_2: optionalText,
  postal_code: optionalText,
  city: optionalText,
  province: optionalText,
  country_code: optionalText,
  phone: optionalText,
});

type AddressSource = Partial<z.infer<typeof medusaAddressSchema>>;

/** Converts from Medusa's address; null for one with a country only, with which carts are created to compute taxes. */
export function reshapeAddress(address: AddressSource | null | undefined): Address | null {
  if (!address?.address_1) return null;
  return {
    firstName: address.first_name ?? "",
    lastName: address.last_name ?? "",
    company: address.company ?? "",
    address1: address.address_1,
    address2: address.address_2 ?? "",
    postalCode: address.postal_code ?? "",
    city: address.city ?? "",
    province: formatProvince(address.province ?? "", address.country_code ?? ""),
    country: address.country_code ?? "",
    phone: address.phone ?? "",
  };
}
