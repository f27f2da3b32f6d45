import type { Address } from "@/lib/address/address";

/** The values of an address by field name: `{ "shipping.city": "Lyon", … }`. */
export function getAddressValues(
  kind: "shipping" | "billing",
  address: Partial<Address>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(address).map(([name, value]) => [`${kind}.${name}`, value]));
}

/** The field names of an address, in the order of the form. */
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
