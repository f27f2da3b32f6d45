import type { Address } from "@/lib/cart/cart";
import type { Money } from "@/lib/money";

/** A customer as they see themselves. */
export type Customer = { firstName: string; lastName: string; email: string; phone: string };

/** An address of the customer's address book. */
export type SavedAddress = Address & { id: string; isDefault: boolean };

/** An order as a list shows it. */
export type OrderSummary = {
  id: string;
  number: number;
  placedAt: string;
  count: number;
  total: Money;
  status: string;
  pictures: { url: string; title: string }[];
};

export type OrderPage = { orders: OrderSummary[]; page: number; pageCount: number; total: number };
