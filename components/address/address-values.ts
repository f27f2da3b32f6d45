import type { Address } from "@/lib/address/address";

/** An address as the fields of a form name its parts: `{ "shipping.city": "Lyon", … }`. */
export function getAddressValues(
  kind: "shipping" | "billing",
  address: Partial<Address>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(address).map(([name, value]) => [`${kind}.${name}`, value]));
}

/** The names of an address's fields in the order a form shows them. */
export const ADDRESS_FIELD_NAMES = [
  "firstName",
  "lastName",
  "company",
  "address1",
  "address2",
  "postalCode",
  "city",
  "province",
  "country",
  "phone",
] as const satisfies (keyof Address)[];
