import type { LineItem, Totals } from "@/lib/cart/cart";
import type { Address } from "@/lib/address/address";
import type { Promotion } from "@/lib/cart/promotion";
import type { Money } from "@/lib/money";

type OrderLine = Omit<LineItem, "available" | "isForSale" | "variantId">;

/** The format of Medusa's order ids; nothing else is requested. */
export const ORDER_ID = /^order_\w{1,50}$/;

/** An order for its owner. `number`: the order number that is shown; `id`: the id in URLs. */
export type Order = {
  id: string;
  number: number;
  placedAt: string;
  email: string;
  lines: OrderLine[];
  totals: Totals;
  promotions: Promotion[];
  shippingAddress: Address | null;
  billingAddress: Address | null;
  /** One for each shipment; empty if nothing was shipped. */
  deliveries: { name: string; price: Money }[];
  payment: { providerId: string; label: string; amount: Money } | null;
};

/** An order in a list. */
export type OrderSummary = {
  id: string;
  number: number;
  placedAt: string;
  count: number;
  total: Money;
  status: string;
  pictures: { url: string; title: string }[];
  /** The ordered products, each once. */
  products: { title: string; quantity: number }[];
};

export type OrderPage = { orders: OrderSummary[]; page: number; pageCount: number; total: number };
