import type { Address } from "@/lib/address/address";
import type { Money } from "@/lib/money";

/** A customer as they see themselves. */
export type Customer = { firstName: string; lastName: string; email: string; phone: string };

/** An address of the customer's address book. */
export type SavedAddress = Address & {
  id: string;
  /** Filled in at the checkout as where the parcel goes. */
  isDefault: boolean;
  /** Filled in there as where the bill goes. */
  isDefaultBilling: boolean;
};

/** A saved address as any other. */
export function toAddress(saved: SavedAddress): Address {
  const { id: _id, isDefault: _isDefault, isDefaultBilling: _isDefaultBilling, ...address } = saved;
  return address;
}

/** An order as a list shows it. */
export type OrderSummary = {
  id: string;
  number: number;
  placedAt: string;
  count: number;
  total: Money;
  status: string;
  pictures: { url: string; title: string }[];
  /** What was ordered, each product once. */
  things: { title: string; quantity: number }[];
};

export type OrderPage = { orders: OrderSummary[]; page: number; pageCount: number; total: number };
