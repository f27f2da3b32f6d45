import type { Address } from "@/lib/address/address";

/** A customer's profile. */
export type Customer = { firstName: string; lastName: string; email: string; phone: string };

/** An address of the customer's address book. */
export type SavedAddress = Address & {
  id: string;
  /** The default shipping address. */
  isDefault: boolean;
  /** The default billing address. */
  isDefaultBilling: boolean;
};

/** Removes the fields that only an entry of the address book has. */
export function toAddress(saved: SavedAddress): Address {
  const { id: _id, isDefault: _isDefault, isDefaultBilling: _isDefaultBilling, ...address } = saved;
  return address;
}
