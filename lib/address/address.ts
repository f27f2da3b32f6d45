/** A postal address of a form, cart, order or address book. `country`: ISO 3166-1, two lower-case letters. */
export type Address = {
  firstName: string;
  lastName: string;
  company: string;
  address1: string;
  address2: string;
  postalCode: string;
  city: string;
  province: string;
  country: string;
  phone: string;
};

/** Whether two addresses are equal in all fields. */
export function isSameAddress(one: Address | null, other: Address | null): boolean {
  if (!one || !other) return one === other;
  return (Object.keys(one) as (keyof Address)[]).every((key) => one[key] === other[key]);
}
